package masar.identification.internal;

import java.util.List;
import java.util.Map;
import masar.casefile.HtcdsContribution;
import masar.identification.VictimStatus;
import masar.shared.CaseId;
import org.springframework.stereotype.Component;

/** What has been decided, in the codes of HTCDS 2.0 ({@code vic_TraffickingStatus}). */
@Component
class StatusInHtcds implements HtcdsContribution {

    private final DecisionBook book;

    StatusInHtcds(DecisionBook book) {
        this.book = book;
    }

    @Override
    public Map<String, List<String>> htcds(CaseId id) {
        VictimStatus status = book.status(id);
        return switch (status) {
            case UNDECIDED -> Map.of();
            case PRESUMED -> Map.of("vic_TraffickingStatus", List.of("PossibleVictimOfTrafficking"));
            case CONFIRMED -> Map.of("vic_TraffickingStatus", List.of("ActualVictimOfTrafficking"));
            case NOT_PRESUMED, NOT_CONFIRMED -> Map.of("vic_TraffickingStatus", List.of("NotAVictimOfTrafficking"));
        };
    }
}
