package masar.conflict.internal;

import java.util.List;
import java.util.UUID;
import masar.access.DutiesChanged;
import masar.access.Grants;
import masar.access.Restrictions;
import masar.access.SightGiven;
import masar.access.Steward;
import masar.casefile.CaseParts;
import masar.casefile.DeclaredRelations;
import masar.casefile.Recusals;
import masar.conflict.internal.Comparison.Pair;
import masar.procedure.StepDone;
import masar.shared.CaseId;
import masar.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes off a case whoever has a tie to it and could come to see it: when somebody is accused, when a tie is declared,
 * and when somebody is granted sight or changes duties. Whoever has no part in the case is left alone, so that nobody
 * learns of a declaration for nothing.
 */
@Component
@Transactional
class TieWatch implements DeclaredRelations {

    private final Comparison comparison;
    private final Recusals recusals;
    private final Grants grants;
    private final Restrictions restrictions;
    private final Steward steward;
    private final List<CaseParts> parts;

    TieWatch(
            Comparison comparison,
            Recusals recusals,
            Grants grants,
            Restrictions restrictions,
            Steward steward,
            List<CaseParts> parts) {
        this.comparison = comparison;
        this.recusals = recusals;
        this.grants = grants;
        this.restrictions = restrictions;
        this.steward = steward;
        this.parts = List.copyOf(parts);
    }

    void check(CaseId id) {
        comparison.inCase(id).forEach(this::settle);
    }

    void check(UUID account) {
        comparison.of(account).forEach(this::settle);
    }

    @EventListener
    void sightGiven(SightGiven fact) {
        if (fact.subject().kind().equals("case")) {
            check(new CaseId(fact.subject().id()));
        }
    }

    /** A step may have handed a part of the case, such as a packet, to other offices. */
    @EventListener
    void stepDone(StepDone fact) {
        if (fact.subject().kind().equals("case")) {
            check(new CaseId(fact.subject().id()));
        }
    }

    @EventListener
    void dutiesChanged(DutiesChanged fact) {
        check(fact.account());
    }

    private void settle(Pair pair) {
        boolean concerned = !restrictions.isBarred(pair.account(), pair.caseId().subject()) && hasPart(pair);
        if (concerned && comparison.isNew(pair)) {
            recusals.tieFound(pair.caseId(), pair.account());
        }
    }

    private boolean hasPart(Pair pair) {
        return grants.hasPart(pair.account(), pair.caseId().subject())
                || parts.stream()
                        .flatMap(each -> steward.as(Steward.WAY, () -> each.of(pair.caseId())).stream())
                        .anyMatch(part -> grants.hasPart(pair.account(), new Subject("part", part)));
    }

    @Override
    public boolean isRelated(UUID account, CaseId id) {
        return restrictions.isBarred(account, id.subject())
                || comparison.inCase(id).stream()
                        .anyMatch(pair -> pair.account().equals(account) && !comparison.wasFound(pair));
    }
}
