package masar.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Newcomers;
import masar.access.Restrictions;
import masar.access.internal.InventedAccounts;
import masar.casefile.Cases;
import masar.country.Countries;
import masar.identification.Panels.Panel;
import masar.identification.internal.IdentificationRules;
import masar.people.CountryOnPaper;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Layla does not want to decide alone about Selam: a panel sits, thinks, and she signs. */
@MasarTest
class PanelTests {

    private static final String REASONS = "the contract was changed on arrival";

    @Autowired
    Panels panels;

    @Autowired
    DecisionTexts texts;

    @Autowired
    Identifications identifications;

    @Autowired
    Deciders deciders;

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    Grants grants;

    @Autowired
    Restrictions restrictions;

    @Autowired
    MovableClock clock;

    @Autowired
    Texts words;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

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
    private Persona rami;

    @BeforeEach
    void selamWaitsForADecision() {
        way = selam.lives();
        id = way.caseId();
        nada = deciders.officer(Deciders.OWN_AUTHORITY);
        rami = deciders.officer(Deciders.OTHER_AUTHORITY);
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

    private UUID convened(Persona... members) {
        Set<UUID> accounts = Stream.of(members).map(deciders::account).collect(Collectors.toSet());
        LocalDate day = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Beirut"));
        return selam.as(Persona.LAYLA, layla -> panels.convene(layla, id, day.plusDays(2), accounts));
    }

    private UUID sitting() {
        UUID panel = convened(nada, rami);
        for (Persona member : List.of(Persona.LAYLA, nada, rami)) {
            does(member, viewer -> panels.declare(viewer, panel, true));
        }
        does(Persona.LAYLA, layla -> panels.open(layla, panel));
        return panel;
    }

    private void thinks(Persona member, UUID panel, VictimStatus status) {
        does(member, viewer -> panels.opine(viewer, panel, status, REASONS));
    }

    private UUID voted() {
        UUID panel = sitting();
        thinks(Persona.LAYLA, panel, VictimStatus.PRESUMED);
        thinks(nada, panel, VictimStatus.PRESUMED);
        thinks(rami, panel, VictimStatus.NOT_PRESUMED);
        does(Persona.LAYLA, layla -> panels.close(layla, panel));
        return panel;
    }

    private Panel seenBy(Persona persona, UUID panel) {
        return selam.as(persona, viewer -> panels.panel(viewer, panel));
    }

    private boolean sees(Persona persona, Subject subject, Depth depth) {
        return selam.as(persona, viewer -> grants.allows(viewer, subject, depth));
    }

    @Test
    void membersSeeTheFileAfterTheyDeclaredThemselvesFreeAndOnlyWhileThePanelSits() {
        var interview = new Subject("interview", way.interview());
        UUID panel = convened(nada, rami);
        assertThat(sees(rami, id.subject(), Depth.EXISTENCE)).isTrue();
        assertThat(sees(rami, id.subject(), Depth.SUMMARY))
                .as("before declaring")
                .isFalse();
        for (Persona member : List.of(Persona.LAYLA, nada, rami)) {
            does(member, viewer -> panels.declare(viewer, panel, true));
        }
        assertThat(sees(rami, id.subject(), Depth.SUMMARY))
                .as("before the session")
                .isFalse();
        does(Persona.LAYLA, layla -> panels.open(layla, panel));
        assertThat(sees(rami, id.subject(), Depth.SUMMARY)).isTrue();
        assertThat(sees(rami, id.subject(), Depth.FULL))
                .as("never the notes on assistance")
                .isFalse();
        assertThat(sees(rami, interview, Depth.FULL)).isTrue();
        thinks(Persona.LAYLA, panel, VictimStatus.PRESUMED);
        thinks(nada, panel, VictimStatus.PRESUMED);
        thinks(rami, panel, VictimStatus.PRESUMED);
        does(Persona.LAYLA, layla -> panels.close(layla, panel));
        assertThat(sees(rami, id.subject(), Depth.EXISTENCE)).as("afterwards").isFalse();
        assertThat(sees(rami, interview, Depth.FULL)).isFalse();
        assertThat(sees(Persona.LAYLA, id.subject(), Depth.SUMMARY)).isTrue();
    }

    @Test
    void aPanelThatNobodyClosesLosesSightOfTheFileByItself() {
        sitting();
        clock.advance(Duration.ofDays(7));
        assertThat(sees(rami, id.subject(), Depth.EXISTENCE)).isFalse();
        assertThat(sees(rami, new Subject("interview", way.interview()), Depth.FULL))
                .isFalse();
    }

    @Test
    void whoHeldTheInterviewOrManagesTheCaseDoesNotSit() {
        var salma = deciders.officer(Deciders.OWN_AUTHORITY, Role.CASE_MANAGER);
        TestDatabase.administrator("update casefile.case_record set manager = '" + deciders.account(salma)
                + "' where id = '" + id.value() + "'");
        refused("identification.refused.panel.kept.out", () -> convened(salma, nada));
        TestDatabase.administrator("update screening.interview set interviewer = '" + deciders.account(rami)
                + "' where id = '" + way.interview() + "'");
        refused("identification.refused.panel.kept.out", () -> convened(rami, nada));
    }

    @Test
    void whoHasATieToTheCaseDoesNotSitAndNobodyIsToldWhich() {
        does(Persona.SAMIR, samir -> restrictions.barAccount(id.subject(), deciders.account(rami), "relative"));
        refused("identification.refused.panel.tie", () -> convened(rami, nada));
        assertThat(words.say(Language.EN, "identification.refused.panel.tie")).doesNotContain("relative");
    }

    @Test
    void aMemberWhoDeclaresATieTakesNoPartAndSeesNothing() {
        UUID panel = convened(nada, rami);
        does(rami, viewer -> panels.declare(viewer, panel, false));
        assertThat(sees(rami, id.subject(), Depth.EXISTENCE)).isFalse();
        does(Persona.LAYLA, layla -> panels.declare(layla, panel, true));
        does(nada, viewer -> panels.declare(viewer, panel, true));
        refused("identification.refused.panel.quorum", () -> does(Persona.LAYLA, layla -> panels.open(layla, panel)));
    }

    @Test
    void onlyOfficersOfCompetentOrganisationsSitAndOnlyOneOfThemCallsThePanel() {
        refused("identification.refused.panel.member", () -> convened(Persona.SAMIR, nada));
        refused("identification.refused.panel.size", () -> convened(nada));
        refused(
                "identification.refused.not.competent",
                () -> does(
                        Persona.SAMIR,
                        samir -> panels.convene(
                                samir,
                                id,
                                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                                        .plusDays(1),
                                Set.of(deciders.account(nada), deciders.account(rami)))));
        convened(nada, rami);
        refused("identification.refused.panel.sits", () -> convened(nada, rami));
    }

    @Test
    void anOpinionIsReadByOthersOnceTheVoteIsClosedAndEachVersionIsKept() {
        UUID panel = sitting();
        thinks(nada, panel, VictimStatus.NOT_PRESUMED);
        thinks(nada, panel, VictimStatus.PRESUMED);
        thinks(rami, panel, VictimStatus.NOT_PRESUMED);
        assertThat(seenBy(Persona.LAYLA, panel).opinions()).isEmpty();
        assertThat(seenBy(Persona.LAYLA, panel).given()).isEqualTo(2);
        assertThat(readBySql(Persona.LAYLA, panel)).as("plain SQL").isZero();
        assertThat(seenBy(nada, panel).opinions())
                .singleElement()
                .satisfies(own -> assertThat(own.status()).isEqualTo(VictimStatus.PRESUMED));
        thinks(Persona.LAYLA, panel, VictimStatus.PRESUMED);
        does(Persona.LAYLA, layla -> panels.close(layla, panel));
        assertThat(seenBy(Persona.LAYLA, panel).opinions()).hasSize(3);
        assertThat(TestDatabase.count("select count(*) from identification.panel_opinion where panel = ?", panel))
                .isEqualTo(4);
        refused("identification.refused.panel.vote.closed", () -> thinks(nada, panel, VictimStatus.NOT_PRESUMED));
        refused("shell.refused.not.found", () -> thinks(rami, panel, VictimStatus.PRESUMED));
    }

    private long readBySql(Persona persona, UUID panel) {
        return selam.as(
                persona,
                viewer -> transaction.execute(status -> jdbc.sql(
                                "select count(*) from identification.panel_opinion where panel = ? and member <> ?")
                        .params(panel, viewer.account())
                        .query(Long.class)
                        .single()));
    }

    @Test
    void withoutAQuorumOfOpinionsTheVoteIsNotClosed() {
        UUID panel = sitting();
        thinks(Persona.LAYLA, panel, VictimStatus.PRESUMED);
        thinks(nada, panel, VictimStatus.PRESUMED);
        refused("identification.refused.panel.quorum", () -> does(Persona.LAYLA, layla -> panels.close(layla, panel)));
    }

    @Test
    void theMajorityProposesAndSetsNoStatusUntilTheChairSigns() {
        UUID panel = voted();
        assertThat(seenBy(Persona.LAYLA, panel).proposal()).contains(VictimStatus.PRESUMED);
        assertThat(deciders.status(id)).as("nothing is decided yet").isEqualTo(VictimStatus.UNDECIDED);
        refused(
                "identification.refused.panel.chair",
                () -> does(nada, viewer -> panels.decide(viewer, panel, VictimStatus.PRESUMED, REASONS)));
        does(Persona.LAYLA, layla -> panels.decide(layla, panel, VictimStatus.PRESUMED, REASONS));
        assertThat(deciders.status(id)).isEqualTo(VictimStatus.PRESUMED);
        var decision = selam.as(Persona.LAYLA, layla -> identifications.decisions(layla, id))
                .getFirst();
        assertThat(decision.panel()).contains(panel);
        assertThat(decision.by()).isEqualTo(deciders.account(Persona.LAYLA));
        assertThat(deciders.period(id).decision())
                .as("recovery and reflection begins")
                .isEqualTo(decision.id());
    }

    @Test
    void dissentIsKeptWithTheDecision() {
        UUID panel = voted();
        does(Persona.LAYLA, layla -> panels.decide(layla, panel, VictimStatus.PRESUMED, REASONS));
        assertThat(seenBy(Persona.LAYLA, panel).dissent(VictimStatus.PRESUMED))
                .singleElement()
                .satisfies(opinion -> assertThat(opinion.member()).isEqualTo(deciders.account(rami)));
        assertThat(Visitor.signedIn(port, Persona.LAYLA)
                        .get(way.page("/decisions/1"))
                        .body())
                .contains(
                        words.say(Language.AR, "identification.text.dissent"),
                        rami.name().ar());
    }

    @Test
    void theChairMayDecideOtherwiseAndTheMajorityIsThenTheDissent() {
        UUID panel = voted();
        does(Persona.LAYLA, layla -> panels.decide(layla, panel, VictimStatus.NOT_PRESUMED, "a new statement came in"));
        assertThat(deciders.status(id)).isEqualTo(VictimStatus.NOT_PRESUMED);
        assertThat(seenBy(Persona.LAYLA, panel).dissent(VictimStatus.NOT_PRESUMED))
                .hasSize(2);
    }

    @Test
    void theTextIsDraftedInThreeLanguagesAndEachIsMadeFinalByAPersonTheBindingOneFirst() {
        UUID panel = voted();
        does(Persona.LAYLA, layla -> panels.decide(layla, panel, VictimStatus.PRESUMED, REASONS));
        var drafts = selam.as(Persona.LAYLA, layla -> texts.of(layla, id, 1));
        assertThat(drafts).hasSize(3).allSatisfy(text -> assertThat(text.body()).contains(REASONS));
        assertThat(drafts.getFirst().binding()).isTrue();
        assertThat(drafts.getFirst().language()).isEqualTo(Language.AR);
        refused(
                "identification.refused.text.binding",
                () -> does(Persona.LAYLA, layla -> texts.finish(layla, id, 1, Language.FR)));
        does(Persona.LAYLA, layla -> texts.write(layla, id, 1, Language.AR, "قرار كُتب بعناية"));
        does(Persona.LAYLA, layla -> texts.finish(layla, id, 1, Language.AR));
        does(Persona.LAYLA, layla -> texts.finish(layla, id, 1, Language.FR));
        var arabic = selam.as(Persona.LAYLA, layla -> texts.of(layla, id, 1)).getFirst();
        assertThat(arabic.body()).isEqualTo("قرار كُتب بعناية");
        assertThat(arabic.finalBy()).contains(deciders.account(Persona.LAYLA));
        refused(
                "identification.refused.text.final",
                () -> does(Persona.LAYLA, layla -> texts.write(layla, id, 1, Language.AR, "another")));
    }

    @Test
    void thePersonsCopyIsInTheirLanguageAndNamesNobodyWhoDecided() {
        UUID panel = voted();
        does(Persona.LAYLA, layla -> panels.decide(layla, panel, VictimStatus.PRESUMED, REASONS));
        does(
                Persona.LAYLA,
                layla -> texts.write(
                        layla, id, 1, Language.AR, "قرّر " + rami.name().ar() + " غير ذلك"));
        refused(
                "identification.refused.text.names",
                () -> does(Persona.LAYLA, layla -> texts.finish(layla, id, 1, Language.AR)));
        does(Persona.LAYLA, layla -> texts.write(layla, id, 1, Language.AR, "قرار"));
        does(Persona.LAYLA, layla -> texts.finish(layla, id, 1, Language.AR));
        does(Persona.LAYLA, layla -> texts.finish(layla, id, 1, Language.FR));
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String page = way.page("/decisions/1/copy?language=fr");
        assertThat(samir.get(page).body())
                .contains("motifs raisonnables", "Le texte arabe fait foi", "lang=\"fr\"")
                .doesNotContain(
                        Persona.LAYLA.name().ar(), nada.name().ar(), rami.name().ar());
        assertThat(samir.get(way.page("/decisions/1/copy?language=en")).status())
                .as("not final yet")
                .isEqualTo(404);
    }

    private void reads(String rule, String instead) throws IOException {
        rules.load(CountryOnPaper.folder(
                "identification.yaml",
                Files.readString(Path.of("countries/shared/identification.yaml"))
                        .replace(rule, instead)));
    }

    @AfterEach
    void thePackIsAsItWas() {
        rules.load(countries.folder());
    }

    @Test
    void whereThePackWantsAPanelNobodyDecidesAlone() throws IOException {
        reads("use: optional", "use: required");
        refused(
                "identification.refused.panel.required",
                () -> deciders.decides(Persona.LAYLA, id, VictimStatus.PRESUMED));
        UUID panel = voted();
        does(Persona.LAYLA, layla -> panels.decide(layla, panel, VictimStatus.PRESUMED, REASONS));
        assertThat(deciders.status(id)).isEqualTo(VictimStatus.PRESUMED);
    }

    @Test
    void whereThePackHasNoPanelsNobodyCallsOne() throws IOException {
        reads("use: optional", "use: off");
        refused("identification.refused.panel.off", () -> convened(nada, rami));
        deciders.decides(Persona.LAYLA, id, VictimStatus.PRESUMED);
    }

    @Test
    void whereThePackSaysSoNobodySitsWhoDecidedBefore() throws IOException {
        deciders.decides(Persona.LAYLA, id, VictimStatus.PRESUMED);
        convened(nada, rami);
        var other = selam.lives();
        id = other.caseId();
        deciders.decides(Persona.LAYLA, id, VictimStatus.PRESUMED);
        reads("[interviewer, manager]", "[interviewer, manager, decided-before]");
        refused("identification.refused.panel.kept.out", () -> convened(nada, rami));
    }

    @Test
    void opinionsAreSealed() {
        voted();
        assertThat(TestDatabase.count(
                        "select count(*) from identification.panel_opinion where position(?::bytea in sealed_reasons) > 0",
                        REASONS.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isZero();
    }

    @Test
    void membersFindWhatIsWaitedForInTheirWorklistAndDoItOnThePages() {
        UUID panel = convened(nada, rami);
        var visitor = newcomers().signedIn(rami);
        String page = "/panels/" + panel;
        assertThat(visitor.get("/").body()).contains(page);
        assertThat(visitor.get(page)
                        .form(page + "/declaration")
                        .with("free", "yes")
                        .post(visitor)
                        .status())
                .isEqualTo(303);
        assertThat(TestDatabase.count(
                        "select count(*) from worklist.task where step = 'panel-declaration' and item = ?"
                                + " and done_at is null",
                        deciders.account(rami)))
                .isZero();
        for (Persona member : List.of(Persona.LAYLA, nada)) {
            does(member, viewer -> panels.declare(viewer, panel, true));
        }
        var layla = Visitor.signedIn(port, Persona.LAYLA);
        assertThat(layla.get(page).form(page + "/opening").post(layla).status()).isEqualTo(303);
        assertThat(visitor.get("/").body()).contains(page);
        assertThat(visitor.get(page)
                        .form(page + "/opinions")
                        .with("status", "presumed", "reasons", REASONS)
                        .post(visitor)
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get(way.page("/identification")).status()).isEqualTo(200);
        assertThat(visitor.get(way.page("/services")).status()).isEqualTo(404);
    }
}
