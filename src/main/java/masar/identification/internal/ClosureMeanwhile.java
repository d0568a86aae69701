package masar.identification.internal;

import masar.casefile.ClosureGate;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;

/** Keeps a case open against reasons that recovery and reflection, or a review that waits, stand against. */
@Component
class ClosureMeanwhile implements ClosureGate {

    private final ReflectionBook reflections;
    private final ReviewBook reviews;
    private final IdentificationRules rules;
    private final Competence competence;

    ClosureMeanwhile(ReflectionBook reflections, ReviewBook reviews, IdentificationRules rules, Competence competence) {
        this.reflections = reflections;
        this.reviews = reviews;
        this.rules = rules;
        this.competence = competence;
    }

    @Override
    public void refuseUnlessMayClose(Viewer viewer, CaseId id, String reason) {
        boolean runs = reflections
                .lastForGuards(id)
                .filter(period -> period.runs(competence.now()))
                .isPresent();
        Refused.unless(
                !runs || !rules.reflection().closureRefused().containsKey(reason),
                "identification.refused.closure.suspended");
        Refused.unless(
                !rules.review().closureRefused().contains(reason) || !reviews.waits(id),
                "identification.refused.closure.review");
    }
}
