package masar.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Newcomers;
import masar.access.internal.InventedAccounts;
import masar.casefile.internal.InventedCaseWork;
import masar.country.Countries;
import masar.identification.internal.IdentificationRules;
import masar.people.CountryOnPaper;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Layla found no reasonable grounds; Selam asks that somebody else look again. */
@MasarTest
class ReviewTests {

    private static final String GROUNDS = "nobody asked me about the second house";

    @Autowired
    Reviews reviews;

    @Autowired
    Panels panels;

    @Autowired
    Identifications identifications;

    @Autowired
    Deciders deciders;

    @Autowired
    Selam selam;

    @Autowired
    Grants grants;

    @Autowired
    InventedCaseWork caseWork;

    @Autowired
    MovableClock clock;

    @Autowired
    IdentificationRules rules;

    @Autowired
    Countries countries;

    @Autowired
    InventedAccounts accounts;

    @LocalServerPort
    int port;

    private Selam.Way way;
    private CaseId id;
    private Persona nada;

    @BeforeEach
    void selamIsNotPresumedAVictim() {
        way = selam.lives();
        id = way.caseId();
        nada = deciders.officer(Deciders.OWN_AUTHORITY);
        deciders.decides(Persona.LAYLA, id, VictimStatus.NOT_PRESUMED);
    }

    private Newcomers newcomers() {
        return new Newcomers(port, accounts, clock);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private void does(Persona persona, Consumer<Viewer> act) {
        selam.as(persona, viewer -> {
            act.accept(viewer);
            return viewer;
        });
    }

    private UUID asked() {
        return selam.as(Persona.SAMIR, samir -> reviews.ask(samir, id, GROUNDS));
    }

    private List<String> states() {
        return selam.as(Persona.SAMIR, samir -> reviews.of(samir, id)).stream()
                .map(each -> each.key() + " " + each.state().code())
                .toList();
    }

    @Test
    void somebodyWhoHadNoPartInTheDecisionDecidesAnewUnderTheirOwnName() {
        UUID review = asked();
        does(
                nada,
                viewer ->
                        reviews.change(viewer, review, VictimStatus.PRESUMED, "the second house was not asked about"));
        assertThat(states()).containsExactly("review changed");
        assertThat(deciders.status(id)).isEqualTo(VictimStatus.PRESUMED);
        var newest = selam.as(Persona.LAYLA, layla -> identifications.decisions(layla, id))
                .getFirst();
        assertThat(newest.by()).isEqualTo(deciders.account(nada));
        assertThat(newest.reconsidered()).isTrue();
        assertThat(deciders.period(id).runs(clock.instant())).isTrue();
    }

    @Test
    void whoDecidedDoesNotReviewTheirOwnDecision() {
        UUID review = asked();
        refused(
                "identification.refused.review.own",
                () -> does(Persona.LAYLA, layla -> reviews.uphold(layla, review, "as I said")));
    }

    @Test
    void whoSatOnThePanelDoesNotReviewItsDecision() {
        var other = selam.lives();
        var rami = deciders.officer(Deciders.OTHER_AUTHORITY);
        var day = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(2);
        UUID panel = selam.as(
                Persona.LAYLA,
                layla -> panels.convene(
                        layla, other.caseId(), day, Set.of(deciders.account(nada), deciders.account(rami))));
        for (Persona member : List.of(Persona.LAYLA, nada, rami)) {
            does(member, viewer -> panels.declare(viewer, panel, true));
        }
        does(Persona.LAYLA, layla -> panels.open(layla, panel));
        for (Persona member : List.of(Persona.LAYLA, nada, rami)) {
            does(member, viewer -> panels.opine(viewer, panel, VictimStatus.NOT_PRESUMED, "too little is known"));
        }
        does(Persona.LAYLA, layla -> panels.close(layla, panel));
        does(Persona.LAYLA, layla -> panels.decide(layla, panel, VictimStatus.NOT_PRESUMED, "too little is known"));
        UUID review = selam.as(Persona.SAMIR, samir -> reviews.ask(samir, other.caseId(), GROUNDS));
        refused(
                "identification.refused.review.panel",
                () -> does(nada, viewer -> reviews.uphold(viewer, review, "as we said")));
    }

    @Test
    void whoHeldTheInterviewDoesNotReview() {
        UUID review = asked();
        TestDatabase.administrator("update screening.interview set interviewer = '" + deciders.account(nada)
                + "' where id = '" + way.interview() + "'");
        refused(
                "identification.refused.review.interviewed",
                () -> does(nada, viewer -> reviews.uphold(viewer, review, "I heard her")));
    }

    @Test
    void nobodyOfAnotherOrganisationOrAnotherRoleDecidesIt() {
        UUID review = asked();
        var rami = deciders.officer(Deciders.OTHER_AUTHORITY);
        refused("shell.refused.not.found", () -> does(rami, viewer -> reviews.uphold(viewer, review, "no")));
        refused(
                "identification.refused.review.competent",
                () -> does(Persona.SAMIR, samir -> reviews.uphold(samir, review, "no")));
    }

    @Test
    void afterAReviewSheAppealsOnceToTheNextInstanceAndThenThereIsNone() {
        UUID review = asked();
        refused("identification.refused.review.waits", this::asked);
        does(nada, viewer -> reviews.uphold(viewer, review, "nothing new was said"));
        UUID appeal = asked();
        var rami = deciders.officer(Deciders.OTHER_AUTHORITY);
        refused(
                "identification.refused.review.competent",
                () -> does(nada, viewer -> reviews.uphold(viewer, appeal, "again")));
        assertThat((Boolean) selam.as(rami, viewer -> grants.allows(viewer, id.subject(), Depth.SUMMARY)))
                .isTrue();
        does(rami, viewer -> reviews.uphold(viewer, appeal, "nothing new was said"));
        assertThat(states()).containsExactly("appeal upheld", "review upheld");
        assertThat((Boolean) selam.as(rami, viewer -> grants.allows(viewer, id.subject(), Depth.EXISTENCE)))
                .as("what was opened for the appeal is closed again")
                .isFalse();
        refused("identification.refused.review.last", this::asked);
    }

    @Test
    void anAppealMayChangeTheDecisionToo() {
        UUID review = asked();
        does(nada, viewer -> reviews.uphold(viewer, review, "nothing new was said"));
        UUID appeal = asked();
        var rami = deciders.officer(Deciders.OTHER_AUTHORITY);
        does(rami, viewer -> reviews.change(viewer, appeal, VictimStatus.PRESUMED, "the debt was real"));
        assertThat(deciders.status(id)).isEqualTo(VictimStatus.PRESUMED);
    }

    @Test
    void thePackMayNameTheOrganisationThatReviews() throws java.io.IOException {
        try {
            rules.load(CountryOnPaper.folder(
                    "identification.yaml",
                    Files.readString(Path.of("countries/shared/identification.yaml"))
                            .replace("by: same-authority", "by: public-prosecution")));
            UUID review = asked();
            refused(
                    "identification.refused.review.competent",
                    () -> does(nada, viewer -> reviews.uphold(viewer, review, "no")));
            var rami = deciders.officer(Deciders.OTHER_AUTHORITY);
            does(rami, viewer -> reviews.uphold(viewer, review, "nothing new was said"));
            assertThat(states()).containsExactly("review upheld");
        } finally {
            rules.load(countries.folder());
        }
    }

    @Test
    void theTimeToAskEnds() {
        clock.advance(Duration.ofDays(31));
        refused("identification.refused.review.late", this::asked);
    }

    @Test
    void onlyTheManagerAsksForHerAndOnlyOfAnUnfavourableDecision() {
        refused("shell.refused.not.found", () -> does(Persona.LAYLA, layla -> reviews.ask(layla, id, GROUNDS)));
        refused(
                "identification.refused.review.manager",
                () -> does(Persona.HANA, hana -> reviews.ask(hana, id, GROUNDS)));
        deciders.decides(Persona.LAYLA, id, VictimStatus.PRESUMED);
        refused("identification.refused.review.nothing", this::asked);
    }

    @Test
    void theReviewIsATaskWithATimeAndGoesWhenItIsDecidedOrTakenBack() {
        UUID review = asked();
        assertThat(newcomers().signedIn(nada).get(address()).status()).isEqualTo(200);
        assertThat(open()).isOne();
        does(Persona.SAMIR, samir -> reviews.withdraw(samir, review));
        assertThat(open()).isZero();
        assertThat(states()).containsExactly("review withdrawn");
        refused(
                "identification.refused.review.over",
                () -> does(nada, viewer -> reviews.uphold(viewer, review, "too late")));
        assertThat(asked()).as("she may ask again in time").isNotEqualTo(review);
    }

    private String address() {
        return TestDatabase.text(
                "select address from worklist.task where subject = '%s' and step = 'review-decision' and done_at is null"
                        .formatted(id.value()));
    }

    private long open() {
        return TestDatabase.count(
                "select count(*) from worklist.task where subject = ? and step = 'review-decision' and done_at is null",
                id.value());
    }

    @Test
    void meanwhileSupportGoesOnAndNobodyClosesTheCaseBecauseSheIsNoVictim() {
        asked();
        refused(
                "identification.refused.closure.review",
                () -> does(Persona.SAMIR, samir -> caseWork.requestClosure(samir, id, "not-a-victim", "-")));
        assertThat(TestDatabase.count(
                        "select count(*) from referral.referral where case_id = ? and state = 'sent'", id.value()))
                .as("what was asked for her is still asked")
                .isEqualTo(2);
    }

    @Test
    void onThePageSheAsksAndAnotherOfficerDecides() {
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String page = way.page("/reviews");
        assertThat(samir.get(page).form(page).with("grounds", "").post(samir).status())
                .isEqualTo(422);
        assertThat(samir.get(page)
                        .form(page)
                        .with("grounds", GROUNDS)
                        .post(samir)
                        .status())
                .isEqualTo(303);
        UUID review = selam.as(Persona.SAMIR, viewer -> reviews.of(viewer, id))
                .getFirst()
                .id();
        var visitor = newcomers().signedIn(nada);
        String decision = page + "/" + review + "/decision";
        var shown = visitor.get(page);
        assertThat(shown.body()).contains(GROUNDS);
        assertThat(shown.form(decision)
                        .with("outcome", "presumed", "reasons", "the second house")
                        .post(visitor)
                        .status())
                .isEqualTo(303);
        assertThat(deciders.status(id)).isEqualTo(VictimStatus.PRESUMED);
    }
}
