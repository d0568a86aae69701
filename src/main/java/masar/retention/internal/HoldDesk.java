package masar.retention.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.retention.internal.HoldBook.Hold;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Placing and lifting legal holds on cases: by supervisors of the owner and by coordinators. */
@Component
@Transactional
class HoldDesk {

    private final HoldBook book;
    private final Cases cases;
    private final Chronology chronology;
    private final Audit audit;

    HoldDesk(HoldBook book, Cases cases, Chronology chronology, Audit audit) {
        this.book = book;
        this.cases = cases;
        this.chronology = chronology;
        this.audit = audit;
    }

    UUID place(Viewer viewer, CaseId id, String ground, String reason, String reference) {
        Refused.unless(mayHold(viewer, cases.card(viewer, id)), "retention.refused.hold.role");
        UUID hold = book.place(viewer, id.subject(), ground, reason, reference);
        chronology.add(id, "retention.held", Optional.of(ground));
        audit.done(id.subject(), "retention.hold");
        return hold;
    }

    void lift(Viewer viewer, CaseId id, UUID holdId, String reason) {
        var card = cases.card(viewer, id);
        var hold = book.find(holdId)
                .filter(each -> each.subject().equals(id.subject()))
                .orElseThrow(Refused::notFound);
        Refused.unless(mayHold(viewer, card), "retention.refused.hold.role");
        Refused.unless(hold.organisation().equals(viewer.organisation()), "retention.refused.hold.other");
        Refused.unless(hold.stands(), "retention.refused.hold.lifted");
        book.lift(viewer, hold, reason);
        chronology.add(id, "retention.lifted", Optional.of(hold.ground()));
        audit.done(id.subject(), "retention.hold.lift");
    }

    @Transactional(readOnly = true)
    List<Hold> on(Viewer viewer, CaseId id) {
        cases.card(viewer, id);
        return book.on(id.subject());
    }

    /** A hold that stands, as far as this viewer may know of it. */
    @Transactional(readOnly = true)
    Optional<Hold> standing(CaseId id) {
        return book.on(id.subject()).stream().filter(Hold::stands).findFirst();
    }

    static boolean mayHold(Viewer viewer, CaseCard card) {
        boolean supervises =
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner()) && card.sees(Depth.FULL);
        return supervises || viewer.holds(Role.COORDINATOR);
    }
}
