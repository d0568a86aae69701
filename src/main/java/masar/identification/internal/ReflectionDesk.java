package masar.identification.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.identification.Identifications.ReflectionPeriod;
import masar.identification.Reflections;
import masar.identification.internal.IdentificationTasks.Hands;
import masar.identification.internal.ReflectionBook.Change;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ReflectionDesk implements Reflections {

    static final String OWN_WISH = "own-wish";
    private static final String ADULT = "recovery-and-reflection-adult";
    private static final String CHILD = "recovery-and-reflection-child";

    private final ReflectionBook book;
    private final IdentificationRules rules;
    private final Competence competence;
    private final Cases cases;
    private final masar.country.Countries countries;
    private final IdentificationTasks tasks;
    private final IdentificationTrail trail;

    ReflectionDesk(
            ReflectionBook book,
            IdentificationRules rules,
            Competence competence,
            Cases cases,
            masar.country.Countries countries,
            IdentificationTasks tasks,
            IdentificationTrail trail) {
        this.book = book;
        this.rules = rules;
        this.competence = competence;
        this.cases = cases;
        this.countries = countries;
        this.tasks = tasks;
        this.trail = trail;
    }

    /** A presumption starts it, by the clock of a child or of an adult; a period that still runs gives way. */
    void start(Viewer viewer, CaseCard card, UUID decision) {
        book.last(card.id()).ifPresent(before -> settleAll(viewer, card, before));
        String key = competence.isTreatedAsChild(viewer, card.id()) ? CHILD : ADULT;
        Instant now = competence.now();
        Instant ends = competence.due(now, countries.current().clock(key));
        book.start(card.id(), decision, key, now, ends);
        warn(viewer, card, decision, ends, viewer.organisation());
    }

    private void warn(Viewer viewer, CaseCard card, UUID decision, Instant ends, UUID authority) {
        String page = "/cases/" + card.id().value() + "/reflection";
        var owner = new Hands(card.owner(), Role.CASE_MANAGER, card.manager());
        tasks.open(
                viewer,
                card,
                IdentificationTasks.WARNS_OWNER,
                decision,
                owner,
                page,
                notPast(competence.before(ends, rules.reflection().warnsOwner()), ends));
        tasks.open(
                viewer,
                card,
                IdentificationTasks.WARNS_AUTHORITY,
                decision,
                Hands.office(authority, Role.IDENTIFICATION_OFFICER),
                page,
                notPast(competence.before(ends, rules.reflection().warnsAuthority()), ends));
    }

    private Instant notPast(Instant warning, Instant ends) {
        return warning.isAfter(competence.now()) ? warning : ends;
    }

    private void settleAll(Viewer viewer, CaseCard card, ReflectionPeriod period) {
        for (String step : List.of(
                IdentificationTasks.WARNS_OWNER,
                IdentificationTasks.WARNS_AUTHORITY,
                IdentificationTasks.CONFIRM_END)) {
            tasks.close(viewer, card, step, period.decision());
        }
    }

    @Override
    public void extend(Viewer viewer, CaseId id, LocalDate until, String reason) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        Refused.unless(competence.mayDecide(viewer), "identification.refused.not.competent");
        var period = running(id);
        var limits = rules.reflection();
        Refused.unless(
                period.extensions() < limits.extensions(),
                "identification.refused.extended.enough",
                limits.extensions());
        Instant ends = competence.endOf(until);
        Instant latest = competence.due(period.endsAt(), limits.extension(period.clock()));
        Refused.unless(ends.isAfter(period.endsAt()), "identification.refused.extension.short");
        Refused.unless(
                !competence.day(ends.minusMillis(1)).isAfter(competence.day(latest)),
                "identification.refused.extension.long",
                competence.day(latest).toString());
        keep(viewer, id, period, ReflectionBook.EXTENDED, "", reason, ends);
        settleAll(viewer, card, period);
        warn(viewer, card, period.decision(), ends, viewer.organisation());
    }

    @Override
    public void prepared(Viewer viewer, CaseId id, String note) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        var period = running(id);
        boolean owns = card.manager().filter(viewer.account()::equals).isPresent();
        boolean decides = competence.mayDecide(viewer);
        Refused.unless(owns || decides, "identification.refused.reflection.whose");
        keep(viewer, id, period, ReflectionBook.PREPARED, "", note, null);
        tasks.close(
                viewer,
                card,
                owns ? IdentificationTasks.WARNS_OWNER : IdentificationTasks.WARNS_AUTHORITY,
                period.decision());
    }

    @Override
    public void endAtOwnWish(Viewer viewer, CaseId id, String note) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        boolean owns = card.manager().filter(viewer.account()::equals).isPresent();
        Refused.unless(owns || competence.mayDecide(viewer), "identification.refused.reflection.whose");
        var period = running(id);
        Refused.unless(!competence.isTreatedAsChild(viewer, id), "identification.refused.reflection.child");
        end(viewer, card, period, OWN_WISH, note);
    }

    @Override
    public void proposeEnd(Viewer viewer, CaseId id, String reason, String note) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        Refused.unless(competence.mayDecide(viewer), "identification.refused.not.competent");
        var period = running(id);
        Refused.unless(proposal(id, period).isEmpty(), "identification.refused.end.proposed");
        keep(viewer, id, period, ReflectionBook.END_PROPOSED, reason, note, null);
        tasks.open(
                viewer,
                card,
                IdentificationTasks.CONFIRM_END,
                period.decision(),
                Hands.office(card.owner(), Role.SUPERVISOR),
                "/cases/" + id.value() + "/reflection",
                competence.due(competence.now(), rules.reflection().confirmation()));
    }

    @Override
    public void answerEnd(Viewer viewer, CaseId id, boolean ends, String note) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        var period = running(id);
        var proposed =
                proposal(id, period).orElseThrow(() -> Refused.because("identification.refused.end.not.proposed"));
        Refused.unless(maySecond(viewer, card), "identification.refused.end.second");
        Refused.unless(!proposed.account().equals(viewer.account()), "identification.refused.end.own");
        if (ends) {
            end(viewer, card, period, proposed.reason(), note);
        } else {
            keep(viewer, id, period, ReflectionBook.END_DECLINED, proposed.reason(), note, null);
            tasks.close(viewer, card, IdentificationTasks.CONFIRM_END, period.decision());
        }
    }

    boolean maySecond(Viewer viewer, CaseCard card) {
        return competence.mayDecide(viewer)
                || (viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner()));
    }

    /** The proposal to end it that nobody has answered. */
    @Transactional(readOnly = true)
    Optional<Change> proposal(CaseId id, ReflectionPeriod period) {
        return book.changes(id, period.decision()).stream()
                .filter(change -> change.act().startsWith("end"))
                .findFirst()
                .filter(change -> change.act().equals(ReflectionBook.END_PROPOSED));
    }

    @Transactional(readOnly = true)
    List<Change> changes(Viewer viewer, CaseId id, ReflectionPeriod period) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.changes(id, period.decision());
    }

    private void end(Viewer viewer, CaseCard card, ReflectionPeriod period, String reason, String note) {
        keep(viewer, card.id(), period, ReflectionBook.ENDED, reason, note, competence.now());
        settleAll(viewer, card, period);
    }

    private void keep(
            Viewer viewer,
            CaseId id,
            ReflectionPeriod period,
            String act,
            String reason,
            String note,
            @org.jspecify.annotations.Nullable Instant ends) {
        Refused.unless(!note.isBlank(), "identification.refused.reasons.needed");
        book.add(
                viewer,
                id,
                period,
                new Change(act, reason, note, ends, viewer.account(), viewer.organisation(), competence.now()));
        trail.tell(id, "identification.reflection." + act, Optional.of(reason).filter(code -> !code.isEmpty()));
    }

    private ReflectionPeriod running(CaseId id) {
        return book.last(id)
                .filter(period -> period.runs(competence.now()))
                .orElseThrow(() -> Refused.because("identification.refused.reflection.over"));
    }
}
