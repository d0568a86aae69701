package masar.screening.internal;

import java.util.Collection;
import java.util.UUID;
import masar.casefile.CaseParts;
import masar.shared.CaseId;
import org.springframework.stereotype.Component;

/** The interviews of a case, for its log. */
@Component
class InterviewsOfCase implements CaseParts {

    private final InterviewStore interviews;

    InterviewsOfCase(InterviewStore interviews) {
        this.interviews = interviews;
    }

    @Override
    public Collection<UUID> of(CaseId id) {
        return interviews.of(id).stream().map(Interview::id).toList();
    }
}
