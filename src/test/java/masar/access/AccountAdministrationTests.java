package masar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators may change of other people's accounts, and what nobody may change of their own. */
@MasarTest
class AccountAdministrationTests {

    private static final Pattern LINK = Pattern.compile("href=\"(/invitation/[^\"]+)\"");
    private static final String ELSEWHERE = Persona.NOUR.organisation();

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Accounts face;

    @Autowired
    Grants grants;

    @Autowired
    MovableClock clock;

    @Autowired
    Texts texts;

    @Autowired
    Selam selam;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Newcomers newcomers;
    private Persona lina;
    private Persona local;

    @BeforeEach
    void linaWorksWhereALocalAdministratorDoes() {
        newcomers = new Newcomers(port, accounts, clock);
        lina = newcomers.somebody(Role.CASE_MANAGER);
        local = newcomers.somebody(Role.ADMINISTRATOR);
    }

    @Test
    void anAdministratorSeesAndChangesThePeopleOfTheirOwnOrganisationOnly() {
        var stranger = newcomers.somebody(Role.SERVICE_PROVIDER, ELSEWHERE);
        var administrator = newcomers.signedIn(local);
        assertThat(administrator.get("/accounts").body()).contains(lina.key()).doesNotContain(stranger.key());
        assertThat(administrator.get(page(lina)).status()).isEqualTo(200);
        assertThat(administrator.get(page(stranger)).status()).isEqualTo(404);
        for (String act : List.of("link", "roles", "suspension", "reinstatement", "reset", "transfer")) {
            var answer = administrator
                    .anyForm(page(stranger) + "/" + act)
                    .with("sure", "yes", "roles", "supervisor", "organisation", organisation(local))
                    .post(administrator);
            assertThat(answer.status()).as(act).isEqualTo(404);
        }
        var invited = administrator
                .anyForm("/accounts")
                .with("name", "N", "signInName", "n-" + UUID.randomUUID(), "roles", "supervisor")
                .with("organisation", organisation(stranger))
                .post(administrator);
        assertThat(invited.status()).isEqualTo(422);
        var sara = Visitor.signedIn(port, Persona.SARA);
        assertThat(sara.get(page(stranger)).status())
                .as("the coordinating body reaches all")
                .isEqualTo(200);
    }

    @Test
    void anAdministratorWhereCasesAreKeptReadsNoCase() {
        var way = selam.lives();
        var administrator = newcomers.signedIn(local);
        for (String address :
                List.of("/cases", "/reports", way.page(""), way.page("/person"), "/referrals", "/audit")) {
            assertThat(administrator.get(address).status()).as(address).isEqualTo(404);
        }
        var both = newcomers.act(administrator, lina, "roles", "roles", "administrator", "roles", "case-manager");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).contains(texts.say(Language.AR, "access.refused.administrator.alone"));
    }

    @Test
    void everyChangeIsConfirmedByATickAuditedAndHoldsAtTheNextRequest() {
        var visitor = newcomers.signedIn(lina);
        var sara = Visitor.signedIn(port, Persona.SARA);
        String roles = page(lina) + "/roles";
        var unticked =
                sara.get(page(lina)).form(roles).with("roles", "supervisor").post(sara);
        assertThat(unticked.status()).isEqualTo(422);
        assertThat(unticked.body()).contains(texts.say(Language.AR, "access.problem.sure"));
        assertThat(visitor.get("/cases").status()).isEqualTo(200);

        assertThat(newcomers
                        .act(sara, lina, "roles", "roles", "hotline-operator")
                        .leadsTo())
                .isEqualTo(page(lina) + "?done=access.done.changed");
        assertThat(visitor.get("/cases").leadsTo()).isEqualTo("/sign-in");
        assertThat(sara.get(page(lina)).body()).contains(texts.say(Language.AR, "audit.act.access.roles"));
        var again = newcomers.signedIn(lina);
        assertThat(again.get("/cases").status()).isEqualTo(404);
        assertThat(again.get("/reports").status()).isEqualTo(200);
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndADoubleClickShowsTheSameLinkAgain() {
        var sara = Visitor.signedIn(port, Persona.SARA);
        String name = "invited-" + UUID.randomUUID();
        var form = sara.get("/accounts")
                .form("/accounts")
                .with("name", "Invited", "signInName", name, "organisation", organisation(lina))
                .with("roles", "case-manager", "language", "fr");
        String first = link(form.post(sara));
        assertThat(link(form.post(sara))).as("a double click").isEqualTo(first);
        assertThat(count(name)).isOne();

        String page = "/accounts/" + id(name);
        var renewal = sara.get(page).form(page + "/link").with("sure", "yes");
        String second = link(renewal.post(sara));
        assertThat(link(renewal.post(sara))).isEqualTo(second).isNotEqualTo(first);
        var guest = new Visitor(port);
        assertThat(guest.get(first).status()).isEqualTo(409);
        assertThat(guest.get(second).status()).isEqualTo(200);
        assertThat(newcomers.act(sara, lina, "suspension").status()).isEqualTo(303);
    }

    @Test
    void whenAManagerIsSuspendedAColleagueTakesTheirCases() {
        var way = selam.lives("Hanan", Persona.LAYLA, lina);
        var sara = Visitor.signedIn(port, Persona.SARA);
        assertThat(newcomers.act(sara, lina, "suspension").status()).isEqualTo(303);
        assertThat(openTasksOf(lina, way)).isZero();
        assertThat(Visitor.signedIn(port, Persona.HANA).get("/").body())
                .contains(texts.say(Language.AR, "casefile.no.manager.task"));
        var ziad = Visitor.signedIn(port, Persona.ZIAD);
        String take = way.page("/assignment");
        assertThat(ziad.get(way.page("")).form(take).post(ziad).status()).isEqualTo(303);
        assertThat(ziad.get(way.page("/closure")).status()).isEqualTo(200);
        assertThat(newcomers.act(sara, lina, "reinstatement").status()).isEqualTo(303);
        assertThat(newcomers.signedIn(lina).get(way.page("/closure")).status())
                .as("what was given back is not theirs again")
                .isEqualTo(404);
    }

    @Test
    void whoMovesKeepsNoSightOfTheirCasesWhichStayWithTheTeam() {
        var way = selam.lives("Hanan", Persona.LAYLA, lina);
        var sara = Visitor.signedIn(port, Persona.SARA);
        var moved = newcomers.act(
                sara, lina, "transfer", "organisation", organisation(Persona.WALID), "rolesThere", "case-manager");
        assertThat(moved.status()).isEqualTo(303);
        var visitor = newcomers.signedIn(lina);
        assertThat(visitor.get(way.page("")).status()).isEqualTo(404);
        assertThat(visitor.get("/cases").body())
                .doesNotContain(way.caseId().value().toString());
        assertThat(openTasksOf(lina, way)).isZero();
        var ziad = Visitor.signedIn(port, Persona.ZIAD);
        assertThat(ziad.get(way.page(""))
                        .form(way.page("/assignment"))
                        .post(ziad)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoNoLongerManagesCasesGivesThemBack() {
        var way = selam.lives("Hanan", Persona.LAYLA, lina);
        var sara = Visitor.signedIn(port, Persona.SARA);
        newcomers.act(sara, lina, "roles", "roles", "service-provider");
        assertThat(newcomers.signedIn(lina).get(way.page("")).status()).isEqualTo(404);
        var ziad = Visitor.signedIn(port, Persona.ZIAD);
        assertThat(ziad.get(way.page("")).body()).contains(way.page("/assignment"));
    }

    private long openTasksOf(Persona persona, Selam.Way way) {
        return TestDatabase.count(
                "select count(*) from worklist.task where subject = ? and account = ? and done_at is null",
                way.caseId().value(),
                accounts.account(persona));
    }

    @Test
    void aSuspendedPersonsOpenLinkIsWorthNothing() {
        var sara = Visitor.signedIn(port, Persona.SARA);
        String name = "invited-" + UUID.randomUUID();
        String link = "/invitation/" + invite(name);
        String page = "/accounts/" + id(name);
        sara.get(page).form(page + "/suspension").with("sure", "yes").post(sara);
        assertThat(new Visitor(port).get(link).status()).isEqualTo(409);
    }

    @Test
    void whoMovesToAnotherOrganisationLosesSessionsAndWhatWasGrantedToThem() {
        var visitor = newcomers.signedIn(lina);
        var subject = new Subject("case", UUID.randomUUID());
        var before = accounts.viewer(lina);
        String reader = Grants.accountKey(before.account());
        CurrentViewer.run(before, () -> grants.give(subject, reader, Depth.FULL, "assignment"));
        assertThat(CurrentViewer.as(before, () -> grants.allows(before, subject, Depth.FULL)))
                .isTrue();
        var sara = Visitor.signedIn(port, Persona.SARA);
        String there = organisation(newcomers.somebody(Role.SERVICE_PROVIDER, ELSEWHERE));
        assertThat(newcomers.act(sara, lina, "transfer", "organisation", there).status())
                .as("without saying what the person will do there")
                .isEqualTo(422);
        assertThat(newcomers
                        .act(sara, lina, "transfer", "organisation", there, "rolesThere", "service-provider")
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
        var after = accounts.viewer(lina);
        assertThat(after.organisation()).hasToString(there);
        assertThat(after.roles()).containsExactly(Role.SERVICE_PROVIDER);
        assertThat(CurrentViewer.as(after, () -> grants.allows(after, subject, Depth.FULL)))
                .isFalse();
        assertThat(newcomers.signedIn(local).get(page(lina)).status()).isEqualTo(404);
    }

    @Test
    void aResetTakesEveryWayToSignInAwayAndGivesANewLink() {
        var visitor = newcomers.signedIn(lina);
        assertThat(visitor.get("/account/recovery-codes")
                        .form("/account/recovery-codes")
                        .with("sure", "yes")
                        .post(visitor)
                        .status())
                .isEqualTo(200);
        var administrator = newcomers.signedIn(local);
        String place = organisation(lina);
        String link = link(newcomers.act(administrator, lina, "reset"));
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
        assertThat(newcomers.password(new Visitor(port), lina).status()).isEqualTo(422);
        assertThat(number("select count(*) from access.recovery_code where account = ?"))
                .isZero();
        assertThat(rights(lina)).containsExactly("{case-manager} " + place + " reset");
        assertThat(new Visitor(port).get(link).status()).isEqualTo(200);
    }

    @Test
    void primeroR2x3138NobodyWidensTheirOwnRights() {
        var manager = newcomers.signedIn(lina);
        var administrator = newcomers.signedIn(local);
        for (Visitor self : List.of(manager, administrator)) {
            var persona = self == manager ? lina : local;
            for (String act : List.of("roles", "transfer", "suspension", "reinstatement", "reset", "link")) {
                var answer = self.anyForm(page(persona) + "/" + act)
                        .with("sure", "yes", "roles", "auditor", "organisation", organisation(persona))
                        .post(self);
                assertThat(answer.status()).as(persona.key() + " " + act).isIn(404, 422);
            }
        }
        assertThat(rights(lina)).containsExactly("{case-manager} " + organisation(lina) + " active");
        assertThat(rights(local)).containsExactly("{administrator} " + organisation(local) + " active");
        assertThat(administrator.get(page(local)).body())
                .contains(texts.say(Language.AR, "access.personnel.own"))
                .doesNotContain(page(local) + "/roles");
    }

    @Test
    void primeroR2x3182NoSessionSurvivesAChangeOfRoles() {
        var first = newcomers.signedIn(lina);
        var second = newcomers.signedIn(lina);
        var sara = Visitor.signedIn(port, Persona.SARA);
        newcomers.act(sara, lina, "roles", "roles", "supervisor");
        assertThat(first.get("/cases").leadsTo()).isEqualTo("/sign-in");
        assertThat(second.get("/cases").leadsTo()).isEqualTo("/sign-in");
        assertThat(number("select count(*) from access.session where account = ? and ended_at is null"))
                .isZero();
    }

    @Test
    void primeroR2x3558FieldsThatAnActDoesNotAskForChangeNothing() {
        var administrator = newcomers.signedIn(local);
        String other = organisation(newcomers.somebody(Role.SERVICE_PROVIDER, ELSEWHERE));
        var answer = newcomers.act(
                administrator,
                lina,
                "roles",
                "roles",
                "supervisor",
                "organisation",
                other,
                "state",
                "suspended",
                "account.organisation",
                other,
                "rightsVersion",
                "0",
                "passwordHash",
                "x",
                "signInName",
                "somebody-else");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(rights(lina)).containsExactly("{supervisor} " + organisation(local) + " active");
        var own = newcomers.signedIn(lina);
        for (String address : List.of("/account", "/account/roles", "/account/organisation")) {
            assertThat(own.anyForm(address).with("roles", "auditor").post(own).status())
                    .as(address)
                    .isEqualTo(404);
        }
    }

    @Test
    void theFaceRefusesWhatThePagesRefuse() {
        var viewer = accounts.viewer(local);
        var elsewhere = UUID.fromString(organisation(newcomers.somebody(Role.SERVICE_PROVIDER, ELSEWHERE)));
        assertThatThrownBy(() -> CurrentViewer.as(
                        viewer,
                        () -> face.invite(
                                viewer, elsewhere, "x-" + UUID.randomUUID(), "X", Language.AR, Set.of(Role.AUDITOR))))
                .isInstanceOf(Refused.class);
    }

    private String invite(String name) {
        var sara = accounts.viewer(Persona.SARA);
        return CurrentViewer.as(
                sara,
                () -> face.invite(
                        sara,
                        UUID.fromString(organisation(lina)),
                        name,
                        "Invited",
                        Language.FR,
                        Set.of(Role.CASE_MANAGER)));
    }

    private static String link(Answer answer) {
        var found = LINK.matcher(answer.body());
        assertThat(found.find()).as(answer.status() + answer.body()).isTrue();
        return found.group(1);
    }

    private String page(Persona persona) {
        return "/accounts/" + accounts.account(persona);
    }

    private String organisation(Persona persona) {
        return accounts.viewer(persona).organisation().toString();
    }

    private List<String> rights(Persona persona) {
        return transaction.execute(
                status -> jdbc.sql("select roles::text || ' ' || organisation || ' ' || state from access.account"
                                + " where sign_in_name = ?")
                        .param(persona.key())
                        .query(String.class)
                        .list());
    }

    private int number(String sql) {
        return transaction.execute(status ->
                jdbc.sql(sql).param(accounts.account(lina)).query(Integer.class).single());
    }

    private int count(String signInName) {
        return transaction.execute(status -> jdbc.sql("select count(*) from access.account where sign_in_name = ?")
                .param(signInName)
                .query(Integer.class)
                .single());
    }

    private UUID id(String signInName) {
        return transaction.execute(status -> jdbc.sql("select id from access.account where sign_in_name = ?")
                .param(signInName)
                .query(UUID.class)
                .single());
    }
}
