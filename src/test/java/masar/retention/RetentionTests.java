package masar.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.internal.InventedCaseWork;
import masar.directory.Directory;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.referral.Referrals;
import masar.retention.internal.DueBook.Due;
import masar.retention.internal.InventedRetention;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each night Masar finds what is past its period and proposes it to people; it deletes nothing but unused drafts. */
@MasarTest
class RetentionTests {

    private static final Duration YEAR = Duration.ofDays(366);

    @Autowired
    ClosedFile closed;

    @Autowired
    Selam selam;

    @Autowired
    InventedRetention retention;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    Reports reports;

    @Autowired
    Referrals referrals;

    @Autowired
    Cases cases;

    @Autowired
    Chronology chronology;

    @Autowired
    Directory directory;

    @LocalServerPort
    int port;

    /** So much time goes by for what is over, and another night falls. */
    private void after(Duration time) {
        long days = time.toDays();
        for (String age : List.of(
                "update casefile.closure set at = at - interval '%d days'",
                "update intake.report set triaged_at = triaged_at - interval '%d days'",
                "update referral.referral set created_at = created_at - interval '%1$d days',"
                        + " ended_at = ended_at - interval '%1$d days'")) {
            TestDatabase.administrator(age.formatted(days));
        }
        retention.nightFalls();
    }

    private List<Due> dueTo(Persona persona, UUID subject) {
        return selam.as(persona, viewer -> retention.due()).stream()
                .filter(each -> each.subject().id().equals(subject))
                .toList();
    }

    @Test
    void aClosedCaseIsDueAfterItsPeriodAndNotADayBefore() {
        var way = closed.presumed();
        UUID id = way.caseId().value();
        after(YEAR.multipliedBy(9));
        assertThat(dueTo(Persona.HANA, id)).isEmpty();
        after(YEAR);
        assertThat(dueTo(Persona.HANA, id)).singleElement().satisfies(due -> {
            assertThat(due.recordClass()).isEqualTo("closed-case");
            assertThat(due.code()).matches("[0-9A-Z]{4}-[0-9A-Z]{5}");
        });
        assertThat(dueTo(Persona.OMAR, id)).hasSize(1);
        for (Persona other : List.of(Persona.SAMIR, Persona.FADI, Persona.MAYA, Persona.TONY, Persona.RANA)) {
            assertThat(dueTo(other, id)).as(other.key()).isEmpty();
        }
        assertThat(TestDatabase.count("select count(*) from casefile.case_record where id = ?", id))
                .as("a proposal is no deletion")
                .isOne();
    }

    @Test
    void aCaseInWhichNobodyWasPresumedAVictimIsKeptForAShorterTime() {
        var way = closed.notPresumed();
        after(YEAR.multipliedBy(2));
        assertThat(dueTo(Persona.HANA, way.caseId().value()))
                .singleElement()
                .satisfies(due -> assertThat(due.recordClass()).isEqualTo("interview-not-indicated"));
        selam.as(Persona.HANA, hana -> caseWorkReopened(hana, way));
        retention.nightFalls();
        assertThat(dueTo(Persona.HANA, way.caseId().value()))
                .as("reopened: the period runs no longer")
                .isEmpty();
    }

    private Selam.Way caseWorkReopened(masar.shared.Viewer hana, Selam.Way way) {
        caseWork.reopen(hana, way.caseId(), "she called again");
        return way;
    }

    @Test
    void aReferralThatIsOverIsDueOnItsOwn() {
        var way = closed.presumed();
        after(YEAR.multipliedBy(5));
        assertThat(dueTo(Persona.HANA, way.toCaritas()))
                .singleElement()
                .satisfies(due -> assertThat(due.recordClass()).isEqualTo("referral-ended"));
    }

    @Test
    void aReportThatLedToNothingIsDueByWhatTriageFound() {
        var supervisor = new Persona(
                "supervisor-" + UUID.randomUUID(),
                new LocalizedText("سلمى", "Salma", "Salma"),
                "ministry-of-labour",
                Set.of(Role.SUPERVISOR));
        accounts.make(List.of(supervisor));
        UUID unrelated = reported("unrelated");
        UUID elsewhere = reported("refer-elsewhere");
        after(Duration.ofDays(200));
        assertThat(dueTo(supervisor, unrelated)).hasSize(1);
        assertThat(dueTo(supervisor, elsewhere)).isEmpty();
        assertThat(dueTo(Persona.HANA, unrelated)).as("not of her organisation").isEmpty();
        after(Duration.ofDays(200));
        assertThat(dueTo(supervisor, elsewhere)).hasSize(1);

        UUID proposal = selam.as(
                supervisor,
                viewer -> retention.propose(
                        viewer, new Subject("report", unrelated), "period-over", "a neighbours' quarrel"));
        selam.as(Persona.OMAR, omar -> retention.confirm(omar, proposal));
        assertThat(TestDatabase.count("select count(*) from intake.report where id = ?", unrelated))
                .isZero();
        assertThat(TestDatabase.count("select count(*) from intake.report where id = ?", elsewhere))
                .isOne();
    }

    private UUID reported(String outcome) {
        var told = new Told(
                "hotline",
                "witness",
                null,
                false,
                null,
                "a quarrel",
                null,
                "adult",
                Set.of(),
                "no",
                "none",
                false,
                null);
        return selam.as(Persona.RIMA, rima -> {
            UUID report = reports.receive(rima, told);
            reports.triage(rima, report, new Triage(outcome, "low", "nothing points to it", null, null));
            return report;
        });
    }

    @Test
    void aDraftThatNobodySentGoesByItselfAndLeavesAnEntry() {
        var way = selam.lives();
        UUID service = directory.services().getFirst().id();
        UUID draft = selam.as(
                Persona.SAMIR, samir -> referrals.draft(samir, way.caseId(), service, "never sent", Set.of("name")));
        after(Duration.ofDays(29));
        assertThat(drafts(draft)).isOne();
        after(Duration.ofDays(2));
        assertThat(drafts(draft)).isZero();
        assertThat(TestDatabase.count(
                        "select count(*) from audit.entry where subject = ? and act = 'retention.draft.expire'", draft))
                .isOne();
        List<Chronology.Entry> told = selam.as(Persona.SAMIR, samir -> chronology.of(samir, way.caseId()));
        assertThat(told).extracting(Chronology.Entry::act).contains("referral.draft.expired");
        assertThat(TestDatabase.count(
                        "select count(*) from referral.referral where case_id = ?",
                        way.caseId().value()))
                .as("what was sent stays")
                .isEqualTo(2);
    }

    private static long drafts(UUID draft) {
        return TestDatabase.count("select count(*) from referral.referral where id = ?", draft);
    }

    @Test
    void nobodyProposesBeforeThePeriodIsOverExceptAtThePersonsOwnRequest() {
        var way = closed.presumed();
        var subject = way.caseId().subject();
        assertThatThrownBy(() -> selam.as(
                        Persona.HANA, hana -> retention.propose(hana, subject, "period-over", "time has come")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("retention.refused.too.early"));
        UUID proposal = selam.as(
                Persona.HANA, hana -> retention.propose(hana, subject, "own-request", "she asked us to forget"));
        assertThat(selam.as(Persona.OMAR, omar -> retention.deletion(proposal)).state())
                .isEqualTo("proposed");
    }

    @Test
    void theListShowsCodesRulesAndThatTheyAreToBeVerifiedButNoName() {
        var way = closed.presumed();
        after(YEAR.multipliedBy(11));
        var page = Visitor.signedIn(port, Persona.HANA).get("/retention");
        String code =
                selam.as(Persona.HANA, hana -> cases.card(hana, way.caseId())).code();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(code, "class=\"verify\"").doesNotContain(Selam.NAME, ClosedFile.NOTE);
    }
}
