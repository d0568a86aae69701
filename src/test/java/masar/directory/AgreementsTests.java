package masar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.internal.InventedAccounts;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.Consents;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.casefile.internal.InventedCaseWork;
import masar.directory.internal.InventedAgreements;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.referral.Referrals;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shell.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was sent to Caritas is kept up to date by itself only while an agreement between the two says so. */
@MasarTest
class AgreementsTests {

    private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");

    @Autowired
    Agreements agreements;

    @Autowired
    InventedAgreements invented;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Accounts staff;

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    Consents consents;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    Referrals referrals;

    @Autowired
    Chronology chronology;

    @Autowired
    Texts texts;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Selam.Way way;
    private UUID mosa;
    private UUID caritas;

    @BeforeEach
    void selamWasReferredToCaritas() {
        TestDatabase.administrator("truncate directory.agreement, directory.agreement_act");
        way = selam.lives();
        mosa = selam.organisation("mosa-social-services");
        caritas = selam.organisation("caritas-lebanon");
    }

    @AfterEach
    void noAgreementStays() {
        TestDatabase.administrator("truncate directory.agreement, directory.agreement_act");
    }

    private LocalDate today() {
        return clock.instant().atZone(BEIRUT).toLocalDate();
    }

    /** So many days go by for every agreement. */
    private static void daysGoBy(int days) {
        TestDatabase.administrator(
                "update directory.agreement set valid_from = valid_from - " + days + ", valid_to = valid_to - " + days);
    }

    private UUID valid(LocalDate from, LocalDate to) {
        UUID id = selam.as(Persona.HANA, hana -> invented.enter(hana, mosa, caritas, from, to));
        return selam.as(Persona.OMAR, omar -> invented.verify(omar, id));
    }

    private UUID valid() {
        return valid(today().minusDays(1), today().plusDays(3));
    }

    private void isKnownAs(String name) {
        selam.as(Persona.SAMIR, samir -> {
            var known = cases.person(samir, way.caseId());
            cases.know(
                    samir,
                    way.caseId(),
                    new Person(
                            known.id(),
                            List.of(new PersonName("Latn", name, null, null, null, null)),
                            known.birth(),
                            known.ageNow(),
                            known.ageAtExploitation(),
                            known.gender(),
                            known.nationalities(),
                            known.language(),
                            known.whereabouts(),
                            known.version()));
            return way;
        });
    }

    private String caritasReads() {
        return selam.as(
                Persona.NOUR,
                nour -> referrals.card(nour, way.toCaritas()).packet().getOrDefault("name", ""));
    }

    private String page(Persona persona) {
        return Visitor.signedIn(port, persona)
                .get("/referrals/" + way.toCaritas())
                .body();
    }

    private String said(String key) {
        return texts.say(Language.AR, key);
    }

    @Test
    void underAnAgreementThatHoldsANewerPacketFlowsByItself() {
        valid();
        isKnownAs("Selamawit Tesfaye");
        assertThat(caritasReads()).isEqualTo("Selamawit Tesfaye");
        List<Chronology.Entry> told = selam.as(Persona.SAMIR, samir -> chronology.of(samir, way.caseId()));
        assertThat(told).extracting(Chronology.Entry::act).contains("referral.renewed");
        assertThat(page(Persona.SAMIR)).doesNotContain("/renewal");
    }

    @Test
    void withoutAnAgreementItWaitsAndTheOwnerSeesWhyAndSendsItByHand() {
        isKnownAs("Selamawit Tesfaye");
        assertThat(caritasReads()).isEqualTo(Selam.NAME);
        assertThat(page(Persona.SAMIR)).contains(said("referral.waits.because.none"), "/renewal");
        assertThat(page(Persona.NOUR)).doesNotContain(said("referral.waits.because.none"), "/renewal", "Tesfaye");
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String address = "/referrals/" + way.toCaritas();
        assertThat(samir.get(address).form(address + "/renewal").post(samir).leadsTo())
                .isEqualTo(address + "?done=referral.done.renewed");
        assertThat(caritasReads()).isEqualTo("Selamawit Tesfaye");
        assertThat(page(Persona.SAMIR)).doesNotContain("/renewal");
    }

    @Test
    void sentByHandOnlyWhileTheConsentHolds() {
        isKnownAs("Selamawit Tesfaye");
        selam.as(Persona.SAMIR, samir -> {
            var consent = consents.covering(way.caseId(), "sharing", caritas).orElseThrow();
            consents.withdraw(samir, way.caseId(), consent.id());
            return way;
        });
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        assertThat(samir.anyForm("/referrals/" + way.toCaritas() + "/renewal")
                        .post(samir)
                        .status())
                .isEqualTo(422);
        assertThat(caritasReads()).isEmpty();
    }

    @Test
    void itHoldsToTheLastMinuteOfItsLastDayInBeirutAndExpiresAtMidnight() {
        LocalDate last = today().plusDays(2);
        valid(today(), last);
        Instant midnight = last.plusDays(1).atStartOfDay(BEIRUT).toInstant();
        assertThat(askedAt(midnight.minusSeconds(60))).isEqualTo(Sharing.covered());
        assertThat(askedAt(midnight)).isEqualTo(Sharing.missing("expired"));
    }

    private Sharing askedAt(Instant moment) {
        return selam.as(Persona.SAMIR, samir -> agreements.allow(mosa, caritas, "assistance", Set.of("name"), moment));
    }

    @Test
    void onceItHasExpiredNothingFlowsAndTheOwnerSeesWhy() {
        valid(today(), today().plusDays(2));
        isKnownAs("Selamawit One");
        assertThat(caritasReads()).isEqualTo("Selamawit One");
        daysGoBy(3);
        isKnownAs("Selamawit Two");
        assertThat(caritasReads()).isEqualTo("Selamawit One");
        assertThat(page(Persona.SAMIR)).contains(said("referral.waits.because.expired"), "/renewal");
    }

    @Test
    void suspendedNothingFlowsAndResumedItFlowsAgain() {
        UUID id = valid();
        selam.as(Persona.OMAR, omar -> invented.suspend(omar, id));
        isKnownAs("Selamawit One");
        assertThat(caritasReads()).isEqualTo(Selam.NAME);
        assertThat(page(Persona.SAMIR)).contains(said("referral.waits.because.suspended"));
        selam.as(Persona.OMAR, omar -> invented.resume(omar, id));
        isKnownAs("Selamawit Two");
        assertThat(caritasReads()).isEqualTo("Selamawit Two");
    }

    @Test
    void renewedByANewOneItFlowsAgain() {
        valid(today(), today().plusDays(2));
        daysGoBy(3);
        isKnownAs("Selamawit One");
        assertThat(caritasReads()).isEqualTo(Selam.NAME);
        valid(today(), today().plusDays(400));
        isKnownAs("Selamawit Two");
        assertThat(caritasReads()).isEqualTo("Selamawit Two");
        assertThat(page(Persona.SAMIR)).doesNotContain("/renewal");
    }

    @Test
    void itCoversItsScopeItsDirectionAndItsPurposeOnly() {
        UUID id = selam.as(
                Persona.HANA,
                hana -> invented.enter(hana, mosa, caritas, false, Set.of("language"), today(), today().plusDays(9)));
        assertThat(agreements.allow(mosa, caritas, "assistance", Set.of("language"), clock.instant()))
                .isEqualTo(Sharing.missing("none"));
        assertThat(asked(mosa, caritas, "assistance", "language")).isEqualTo(Sharing.missing("unverified"));
        selam.as(Persona.OMAR, omar -> invented.verify(omar, id));
        assertThat(asked(mosa, caritas, "assistance", "language")).isEqualTo(Sharing.covered());
        assertThat(asked(mosa, caritas, "assistance", "name")).isEqualTo(Sharing.missing("scope"));
        assertThat(asked(mosa, caritas, "return", "language")).isEqualTo(Sharing.missing("scope"));
        assertThat(asked(caritas, mosa, "assistance", "language")).isEqualTo(Sharing.missing("none"));
        isKnownAs("Selamawit One");
        assertThat(caritasReads()).isEqualTo(Selam.NAME);
        UUID both = selam.as(
                Persona.HANA,
                hana -> invented.enter(hana, mosa, caritas, true, Set.of("language"), today(), today().plusDays(9)));
        selam.as(Persona.OMAR, omar -> invented.verify(omar, both));
        assertThat(asked(caritas, mosa, "assistance", "language")).isEqualTo(Sharing.covered());
    }

    private Sharing asked(UUID from, UUID to, String purpose, String scope) {
        return selam.as(Persona.SAMIR, samir -> agreements.allow(from, to, purpose, Set.of(scope), clock.instant()));
    }

    @Test
    void nobodyVerifiesWhatTheyEnteredAndOnlyCoordinatorsVerify() {
        UUID byOmar = selam.as(Persona.OMAR, omar -> invented.enter(omar, mosa, caritas, today(), today().plusDays(9)));
        refused("directory.refused.agreement.own", Persona.OMAR, byOmar);
        refused("directory.refused.agreement.coordinator", Persona.HANA, byOmar);
        refused("shell.refused.not.found", Persona.MAYA, byOmar);
        var other = new Persona(
                "coordinator-" + UUID.randomUUID(),
                new LocalizedText("رلى", "Rola", "Rola"),
                "mosa-procedures",
                Set.of(Role.COORDINATOR));
        accounts.make(List.of(other));
        selam.as(other, viewer -> invented.verify(viewer, byOmar));
        assertThat(asked(mosa, caritas, "assistance", "name")).isEqualTo(Sharing.covered());
        assertThatThrownBy(() -> selam.as(
                        Persona.MAYA, maya -> invented.enter(maya, mosa, caritas, today(), today().plusDays(9))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.key()).isEqualTo("directory.refused.agreement.enter"));
    }

    private void refused(String key, Persona persona, UUID agreement) {
        assertThatThrownBy(() -> selam.as(persona, viewer -> invented.verify(viewer, agreement)))
                .as(persona.key())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Test
    void theReceiverIsToldThatTheCaseWasClosedOnlyUnderAnAgreement() {
        String news = said("referral.news.closed");
        selam.as(Persona.NOUR, nour -> {
            referrals.accept(nour, way.toCaritas(), "on Thursday");
            return way;
        });
        selam.as(Persona.MAYA, maya -> {
            referrals.accept(maya, way.toKafa(), "on Friday");
            return way;
        });
        valid();
        selam.as(Persona.SAMIR, samir -> {
            caseWork.requestClosure(samir, way.caseId(), "returned", "home");
            return way;
        });
        selam.as(Persona.HANA, hana -> {
            caseWork.approveClosure(hana, way.caseId(), "agreed");
            return way;
        });
        assertThat(page(Persona.NOUR)).contains(news);
        var maya = Visitor.signedIn(port, Persona.MAYA);
        assertThat(maya.get("/referrals/" + way.toKafa()).body()).doesNotContain(news);
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String toKafa = "/referrals/" + way.toKafa();
        assertThat(samir.get(toKafa).form(toKafa + "/renewal").post(samir).status())
                .isEqualTo(303);
        assertThat(maya.get(toKafa).body()).contains(news);
    }

    @Test
    void coordinatorsAreToldThirtyDaysBeforeTheEndAndNoLongerOnceItIsRenewed() {
        UUID id = valid(today(), today().plusDays(31));
        var omar = Visitor.signedIn(port, Persona.OMAR);
        String address = "/directory/agreements/" + id;
        look();
        assertThat(omar.get("/").body()).doesNotContain(address);
        daysGoBy(1);
        look();
        look();
        omar = Visitor.signedIn(port, Persona.OMAR);
        assertThat(omar.get("/").body()).contains(address);
        assertThat(omar.get("/directory/agreements").body()).contains(said("directory.agreement.soon"));
        assertThat(openTasks(id)).isOne();
        valid(today(), today().plusDays(400));
        assertThat(openTasks(id)).isZero();
    }

    private static long openTasks(UUID agreement) {
        return TestDatabase.count(
                "select count(*) from worklist.task where subject = ? and done_at is null", agreement);
    }

    private void look() {
        CurrentViewer.run(staff.system("agreement-watch"), invented::look);
    }

    @Test
    void theOrganisationsConcernedReadItAndOthersDoNot() {
        UUID id = valid();
        String address = "/directory/agreements/" + id;
        for (Persona concerned : List.of(Persona.SAMIR, Persona.NOUR, Persona.OMAR)) {
            assertThat(Visitor.signedIn(port, concerned).get(address).status())
                    .as(concerned.key())
                    .isEqualTo(200);
        }
        for (Persona other : List.of(Persona.MAYA, Persona.FADI, Persona.RANA)) {
            assertThat(Visitor.signedIn(port, other).get(address).status())
                    .as(other.key())
                    .isEqualTo(404);
            assertThat(Visitor.signedIn(port, other)
                            .get("/directory/agreements")
                            .body())
                    .doesNotContain(address);
        }
    }

    @Test
    void onThePagesItIsEnteredVerifiedSuspendedAndEndedWithReasons() {
        var hana = Visitor.signedIn(port, Persona.HANA);
        var form = hana.get("/directory/agreements/new").form("/directory/agreements");
        assertThat(form.post(hana).status()).isEqualTo(422);
        String address = hana.get("/directory/agreements/new")
                .form("/directory/agreements")
                .with("giver", mosa.toString(), "taker", caritas.toString(), "scope", "name", "scope", "language")
                .with("purposes", "assistance", "from", today().toString())
                .with("to", today().plusDays(5).toString(), "basis", "invented", "document", "7/2026")
                .post(hana)
                .leadsTo()
                .split("\\?")[0];
        var omar = Visitor.signedIn(port, Persona.OMAR);
        assertThat(omar.get(address).form(address + "/verification").post(omar).status())
                .isEqualTo(303);
        assertThat(asked(mosa, caritas, "assistance", "name")).isEqualTo(Sharing.covered());
        var change = omar.get(address).form(address + "/end");
        assertThat(change.to(address + "/suspension").post(omar).status()).isEqualTo(422);
        assertThat(omar.get(address)
                        .form(address + "/end")
                        .to(address + "/suspension")
                        .with("reason", "under review")
                        .post(omar)
                        .status())
                .isEqualTo(303);
        assertThat(omar.get(address).body()).contains("under review", said("directory.agreement.means.suspended"));
        assertThat(omar.get(address)
                        .form(address + "/end")
                        .with("reason", "no longer needed")
                        .post(omar)
                        .status())
                .isEqualTo(303);
        assertThat(asked(mosa, caritas, "assistance", "name")).isEqualTo(Sharing.missing("ended"));
        assertThat(hana.anyForm(address + "/end")
                        .with("reason", "I want to")
                        .post(hana)
                        .status())
                .isEqualTo(404);
    }
}
