package masar.identification.internal;

import java.util.List;
import java.util.UUID;
import masar.casefile.CaseCard;
import masar.casefile.DeclaredRelations;
import masar.identification.Identifications.Decision;
import masar.identification.Reviews.Review;
import masar.screening.Interviews;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;

/** Who must not decide about a person: because of a tie, or because of what they did in the case before. */
@Component
class Impartiality {

    private final DeclaredRelations relations;
    private final Interviews interviews;
    private final DecisionBook decisions;
    private final PanelBook panels;
    private final IdentificationRules rules;

    Impartiality(
            DeclaredRelations relations,
            Interviews interviews,
            DecisionBook decisions,
            PanelBook panels,
            IdentificationRules rules) {
        this.relations = relations;
        this.interviews = interviews;
        this.decisions = decisions;
        this.panels = panels;
        this.rules = rules;
    }

    /** Refused without saying what the tie is. */
    void refuseMember(UUID account, CaseCard card) {
        Refused.unless(!relations.isRelated(account, card.id()), "identification.refused.panel.tie");
        for (String kept : rules.panel().keptOut()) {
            boolean was = switch (kept) {
                case "interviewer" -> interviews.interviewed(account, card.id());
                case "manager" -> card.manager().filter(account::equals).isPresent();
                default -> decided(account, card);
            };
            Refused.unless(!was, "identification.refused.panel.kept.out");
        }
    }

    private boolean decided(UUID account, CaseCard card) {
        return decisions.decisions(card.id()).stream()
                .anyMatch(each -> each.by().equals(account));
    }

    /** Nobody reviews what they decided, sat on, reviewed before, or heard the person for. */
    void refuseReviewer(Viewer viewer, CaseCard card, Decision decision, List<Review> reviews) {
        UUID account = viewer.account();
        Refused.unless(!decision.by().equals(account), "identification.refused.review.own");
        Refused.unless(
                decision.panel().filter(panel -> panels.sat(panel, account)).isEmpty(),
                "identification.refused.review.panel");
        Refused.unless(!interviews.interviewed(account, card.id()), "identification.refused.review.interviewed");
        Refused.unless(
                reviews.stream()
                        .noneMatch(
                                each -> each.decidedBy().filter(account::equals).isPresent()),
                "identification.refused.review.before");
        Refused.unless(!relations.isRelated(account, card.id()), "identification.refused.panel.tie");
    }
}
