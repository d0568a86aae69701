package masar.identification.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.identification.Identifications.Decision;
import masar.identification.ReviewState;
import masar.identification.Reviews;
import masar.identification.VictimStatus;
import masar.identification.internal.IdentificationRules.Instance;
import masar.identification.internal.IdentificationTasks.Hands;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
public class ReviewDesk implements Reviews {

    private static final Set<VictimStatus> UNFAVOURABLE = Set.of(VictimStatus.NOT_PRESUMED, VictimStatus.NOT_CONFIRMED);
    private static final String ACT = "identification.review";

    private final ReviewBook book;
    private final DecisionBook decisions;
    private final DecisionMaking making;
    private final Impartiality impartiality;
    private final Competence competence;
    private final IdentificationRules rules;
    private final Around around;
    private final IdentificationTrail trail;

    ReviewDesk(
            ReviewBook book,
            DecisionBook decisions,
            DecisionMaking making,
            Impartiality impartiality,
            Competence competence,
            IdentificationRules rules,
            Around around,
            IdentificationTrail trail) {
        this.book = book;
        this.decisions = decisions;
        this.making = making;
        this.impartiality = impartiality;
        this.competence = competence;
        this.rules = rules;
        this.around = around;
        this.trail = trail;
    }

    /** The case, who is competent, and what is waited for. */
    @Component("identificationReviewAround")
    record Around(Cases cases, Directory directory, IdentificationTasks tasks) {}

    @Override
    public UUID ask(Viewer viewer, CaseId id, String grounds) {
        var card = managed(viewer, id);
        Refused.unless(!grounds.isBlank(), "identification.refused.reasons.needed");
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        var next = next(id);
        Refused.unless(
                !competence.now().isAfter(next.until()),
                "identification.refused.review.late",
                competence.day(next.until()).toString());
        var review = new Review(
                UUID.randomUUID(),
                id,
                next.decision().id(),
                next.before().size(),
                next.instance().key(),
                decides(next),
                ReviewState.ASKED,
                grounds,
                viewer.account(),
                competence.now(),
                competence.due(competence.now(), next.instance().decide()),
                Optional.empty(),
                Optional.empty(),
                "",
                1);
        book.add(review, viewer);
        tell(viewer, card, review);
        return review.id();
    }

    /** What may be asked for next, of which decision, after which reviews of it. */
    private record Next(Instance instance, Decision decision, List<Review> before, Instant until) {}

    /** Refused when there is nothing to ask for. */
    private Next next(CaseId id) {
        var decision = decisions.decisions(id).stream()
                .findFirst()
                .filter(newest -> UNFAVOURABLE.contains(newest.status()))
                .orElseThrow(() -> Refused.because("identification.refused.review.nothing"));
        var before = book.of(id).stream()
                .filter(each -> each.decision().equals(decision.id()) && each.state() != ReviewState.WITHDRAWN)
                .toList();
        Refused.unless(
                before.stream().noneMatch(each -> each.state() == ReviewState.ASKED),
                "identification.refused.review.waits");
        var instance = rules.review()
                .after(before.size())
                .orElseThrow(() -> Refused.because("identification.refused.review.last"));
        Instant since =
                before.isEmpty() ? decision.at() : before.getFirst().decidedAt().orElseThrow();
        return new Next(instance, decision, before, competence.due(since, instance.ask()));
    }

    /** Until when the person may ask, and whom; empty when there is nothing to ask for now. */
    @Transactional(readOnly = true)
    Optional<Chance> chance(Viewer viewer, CaseId id) {
        around.cases().card(viewer, id, Depth.SUMMARY);
        try {
            var next = next(id);
            return competence.now().isAfter(next.until())
                    ? Optional.empty()
                    : Optional.of(new Chance(next.instance().key(), next.until()));
        } catch (Refused nothing) {
            return Optional.empty();
        }
    }

    /** What the person may ask for. */
    public record Chance(String key, Instant until) {}

    private void tell(Viewer viewer, CaseCard card, Review review) {
        around.cases()
                .share(card.id(), Grants.officeKey(review.decides(), Role.IDENTIFICATION_OFFICER), Depth.SUMMARY, ACT);
        around.tasks()
                .open(
                        viewer,
                        card,
                        IdentificationTasks.REVIEW,
                        review.id(),
                        Hands.office(review.decides(), Role.IDENTIFICATION_OFFICER),
                        "/cases/" + card.id().value() + "/reviews",
                        review.dueAt());
        trail.tell(card.id(), "identification.review.asked", Optional.of(review.key()));
    }

    /** Which organisation decides, as the pack names it. */
    private UUID decides(Next next) {
        return switch (next.instance().by()) {
            case "same-authority" -> next.decision().organisation();
            case "another-authority" ->
                around.directory().competentFor("identification").stream()
                        .map(Organisation::id)
                        .filter(each -> !each.equals(next.decision().organisation())
                                && next.before().stream()
                                        .noneMatch(earlier -> earlier.decides().equals(each)))
                        .findFirst()
                        .orElseThrow(() -> Refused.because("identification.refused.review.nobody"));
            default ->
                around.directory()
                        .organisation(next.instance().by())
                        .orElseThrow(() -> Refused.because("identification.refused.review.nobody"))
                        .id();
        };
    }

    @Override
    public void withdraw(Viewer viewer, UUID id) {
        var review = book.find(id).orElseThrow(Refused::notFound);
        var card = managed(viewer, review.caseId());
        end(viewer, card, review, ReviewState.WITHDRAWN, "");
    }

    @Override
    public void uphold(Viewer viewer, UUID id, String reasons) {
        var review = book.find(id).orElseThrow(Refused::notFound);
        var card = toDecide(viewer, review, reasons);
        end(viewer, card, review, ReviewState.UPHELD, reasons);
    }

    @Override
    public UUID change(Viewer viewer, UUID id, VictimStatus status, String reasons) {
        var review = book.find(id).orElseThrow(Refused::notFound);
        var card = toDecide(viewer, review, reasons);
        Refused.unless(!UNFAVOURABLE.contains(status), "identification.refused.review.change");
        end(viewer, card, review, ReviewState.CHANGED, reasons);
        return making.decide(viewer, card.id(), status, reasons, null);
    }

    private CaseCard toDecide(Viewer viewer, Review review, String reasons) {
        var card = around.cases().card(viewer, review.caseId(), Depth.SUMMARY);
        Refused.unless(
                competence.mayDecide(viewer) && viewer.organisation().equals(review.decides()),
                "identification.refused.review.competent");
        Refused.unless(!reasons.isBlank(), "identification.refused.reasons.needed");
        impartiality.refuseReviewer(viewer, card, decision(review), book.of(card.id()));
        return card;
    }

    private Decision decision(Review review) {
        return decisions.decisions(review.caseId()).stream()
                .filter(each -> each.id().equals(review.decision()))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private void end(Viewer viewer, CaseCard card, Review review, ReviewState state, String reasons) {
        Refused.unless(review.state().mayBecome(state), "identification.refused.review.over");
        book.end(review, state, reasons, viewer, competence.now());
        around.tasks().close(viewer, card, IdentificationTasks.REVIEW, review.id());
        trail.tell(card.id(), "identification.review." + state.code(), Optional.of(review.key()));
        if (state != ReviewState.CHANGED
                && !review.decides().equals(decision(review).organisation())) {
            around.cases()
                    .unshare(card.id(), Grants.officeKey(review.decides(), Role.IDENTIFICATION_OFFICER), Depth.SUMMARY);
        }
    }

    private CaseCard managed(Viewer viewer, CaseId id) {
        var card = around.cases().card(viewer, id, Depth.FULL);
        Refused.unless(
                Objects.equals(card.manager().orElse(null), viewer.account()), "identification.refused.review.manager");
        return card;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Review> of(Viewer viewer, CaseId id) {
        around.cases().card(viewer, id, Depth.SUMMARY);
        return book.of(id);
    }
}
