package masar.identification.internal;

import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.casefile.Cases;
import masar.identification.DecisionMade;
import masar.identification.VictimStatus;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A named person decides, alone, as the chair of a panel, or on review; always by the same rules. */
@Component
class DecisionMaking {

    private final DecisionBook book;
    private final ReflectionDesk reflections;
    private final Competence competence;
    private final Cases cases;
    private final IdentificationTrail trail;

    DecisionMaking(
            DecisionBook book,
            ReflectionDesk reflections,
            Competence competence,
            Cases cases,
            IdentificationTrail trail) {
        this.book = book;
        this.reflections = reflections;
        this.competence = competence;
        this.cases = cases;
        this.trail = trail;
    }

    /** @param panel which sat on it; null when none did */
    UUID decide(Viewer viewer, CaseId id, VictimStatus status, String reasons, @Nullable UUID panel) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        Refused.unless(competence.mayDecide(viewer), "identification.refused.not.competent");
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(!reasons.isBlank(), "identification.refused.reasons.needed");
        var before = book.status(id);
        Refused.unless(before.mayBecome(status), "identification.refused.out.of.order");
        UUID decision = book.add(id, status, status.reconsiders(before), reasons, viewer, competence.now(), panel);
        if (status == VictimStatus.PRESUMED) {
            reflections.start(viewer, card, decision);
        }
        trail.tell(id, "identification.decided", Optional.of(status.code()), "identification.decide." + status.code());
        trail.publish(new DecisionMade(
                id, decision, status, viewer.account(), viewer.organisation(), Optional.of(card.owner())));
        return decision;
    }
}
