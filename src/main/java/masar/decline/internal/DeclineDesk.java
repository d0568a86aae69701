package masar.decline.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.audit.Audit;
import masar.casefile.AgeStatus;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.DeclinedCases;
import masar.casefile.Person;
import masar.country.Countries;
import masar.decline.Declines;
import masar.decline.StubField;
import masar.decline.internal.StubBook.Stub;
import masar.procedure.Decisions;
import masar.procedure.Procedures;
import masar.procedure.Way;
import masar.retention.Deletions;
import masar.screening.Interviews;
import masar.screening.SuspectedForm;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DeclineDesk implements Declines {

    /** Code of the word list deletion-reason. */
    static final String REASON = "declined";

    private static final Set<String> BEFORE_A_CASE = Set.of("screening", "presumption-decision");
    private static final String DECISION = "presumption-decision";

    private final DeclineRules rules;
    private final StubBook stubs;
    private final AttemptBook attempts;
    private final ReturnDesk returns;
    private final Ending ending;
    private final Asked asked;
    private final Audit audit;
    private final InstantSource clock;

    DeclineDesk(
            DeclineRules rules,
            StubBook stubs,
            AttemptBook attempts,
            ReturnDesk returns,
            Ending ending,
            Asked asked,
            Audit audit,
            InstantSource clock) {
        this.rules = rules;
        this.stubs = stubs;
        this.attempts = attempts;
        this.returns = returns;
        this.ending = ending;
        this.asked = asked;
        this.audit = audit;
        this.clock = clock;
    }

    /** What ends when somebody declines. */
    @Component("declineEnding")
    record Ending(DeclinedCases cases, Procedures procedures, Deletions deletions, Grants grants) {}

    /** What is asked before. */
    @Component("declineAsked")
    record Asked(Cases cases, Interviews interviews, Decisions tables, Countries countries) {}

    @Override
    @Transactional
    public Slip decline(Viewer viewer, CaseId id) {
        var card = asked.cases().card(viewer, id, Depth.SUMMARY);
        refuseUnlessFree(viewer, card);
        var person = asked.cases().person(viewer, id);
        Refused.unless(!isTreatedAsChild(id, person), "decline.refused.child");
        String code = ComeBackCode.random();
        LocalDate until = day(rules.rules().codeLasts());
        stubs.add(stub(viewer, id, person), ComeBackCode.hash(code), until);
        audit.done(id.subject(), "decline.decline");
        ending.cases().decline(viewer, id);
        ending.procedures().abandon(id.subject(), viewer);
        ending.deletions().wished(viewer, id.subject(), REASON);
        ending.grants().endAllBut(id.subject(), Grants.officeKey(card.owner(), Role.SUPERVISOR));
        return new Slip(code, until);
    }

    /** Whether this viewer may record that the person declines: it is their turn, and no case has begun. */
    static boolean mayRecord(Viewer viewer, CaseCard card, Way way) {
        return card.isOpen()
                && card.sees(Depth.SUMMARY)
                && card.manager().isEmpty()
                && (viewer.holds(Role.FRONT_LINE_OFFICER) || viewer.holds(Role.IDENTIFICATION_OFFICER))
                && way.open().stream()
                        .anyMatch(task -> BEFORE_A_CASE.contains(task.step())
                                && viewer.holds(task.role())
                                && task.organisation().equals(viewer.organisation()));
    }

    private void refuseUnlessFree(Viewer viewer, CaseCard card) {
        var subject = card.id().subject();
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        boolean decided = ending.procedures().passed(viewer, subject).stream()
                .anyMatch(passed -> passed.step().equals(DECISION));
        Refused.unless(card.manager().isEmpty() && !decided, "decline.refused.begun");
        boolean theirs = ending.procedures()
                .way(viewer, subject)
                .filter(way -> mayRecord(viewer, card, way))
                .isPresent();
        Refused.unless(theirs, "decline.refused.not.yours");
    }

    boolean isTreatedAsChild(CaseId id, Person person) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put(
                "ageStatus",
                AgeStatus.on(today(), person.birth(), person.ageNow()).code());
        return asked.tables()
                .decide(ending.procedures().editionOf(id.subject()).id(), "child", inputs)
                .flag("child");
    }

    private Stub stub(Viewer viewer, CaseId id, Person person) {
        var fields = rules.rules().fields();
        LocalDate today = today();
        return new Stub(
                UUID.randomUUID(),
                fields.contains(StubField.DAY) ? today : null,
                fields.contains(StubField.MONTH) ? YearMonth.from(today).toString() : null,
                fields.contains(StubField.ORGANISATION) ? viewer.organisation() : null,
                fields.contains(StubField.GENDER) ? person.gender() : null,
                fields.contains(StubField.AGE_BAND) ? band(person, today) : null,
                fields.contains(StubField.SUSPECTED_FORM)
                        ? asked.interviews()
                                .suspected(viewer, id)
                                .map(SuspectedForm::code)
                                .orElse(null)
                        : null);
    }

    private String band(Person person, LocalDate today) {
        var birth = person.birth();
        return birth == null || birth.estimated()
                ? rules.rules().adult()
                : rules.rules().band(birth.leastAge(today));
    }

    /** Two transactions: a try is kept although what it was for is refused. */
    @Override
    public CaseId comeBack(Viewer viewer, String code, UUID owner) {
        attempts.note(viewer);
        return returns.begin(viewer, ComeBackCode.hash(code), owner, today());
    }

    @Override
    @Transactional
    public Map<String, Integer> count(Viewer viewer, StubField field) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.COORDINATOR) || viewer.holds(Role.DATA_OFFICER), "shell.refused.not.found");
        return stubs.count(field);
    }

    private LocalDate day(masar.country.Clock lasts) {
        return rules.until(lasts, clock.instant())
                .atZone(asked.countries().current().calendar().zone())
                .toLocalDate();
    }

    private LocalDate today() {
        return clock.instant()
                .atZone(asked.countries().current().calendar().zone())
                .toLocalDate();
    }
}
