package masar.directory.internal;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import masar.directory.internal.Agreement.Terms;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Agreements between invented people's organisations; none of them exists. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class InventedAgreements {

    private static final Set<String> WHOLE_PACKET =
            Set.of("name", "birth", "age", "gender", "nationality", "language", "case-status");

    private final AgreementDesk desk;

    InventedAgreements(AgreementDesk desk) {
        this.desk = desk;
    }

    /** Enters an agreement on whole packets; it does not hold before somebody verifies it. */
    public UUID enter(Viewer viewer, UUID giver, UUID taker, LocalDate from, LocalDate to) {
        return enter(viewer, giver, taker, false, WHOLE_PACKET, from, to);
    }

    public UUID enter(
            Viewer viewer, UUID giver, UUID taker, boolean bothWays, Set<String> scope, LocalDate from, LocalDate to) {
        return desk.enter(
                viewer,
                new Terms(
                        giver,
                        taker,
                        bothWays,
                        scope,
                        Set.of("assistance"),
                        from,
                        to,
                        "اتفاق تجريبي",
                        "تجريبي/" + from.getYear()));
    }

    public UUID verify(Viewer viewer, UUID id) {
        desk.act(viewer, id, Agreement.VERIFIED, "");
        return id;
    }

    public UUID suspend(Viewer viewer, UUID id) {
        desk.act(viewer, id, Agreement.SUSPENDED, "the offices are being moved");
        return id;
    }

    public UUID resume(Viewer viewer, UUID id) {
        desk.act(viewer, id, Agreement.RESUMED, "the offices have been moved");
        return id;
    }

    public UUID end(Viewer viewer, UUID id) {
        desk.act(viewer, id, Agreement.ENDED, "another one was signed");
        return id;
    }

    /** Looks for agreements that end soon, as the job does. */
    public void look() {
        desk.warn();
    }
}
