package masar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Coming in with a password and a code, staying, leaving, and being sent away. */
@MasarTest
class SignInTests {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration CODE = Duration.ofSeconds(30);

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Accounts face;

    @Autowired
    MovableClock clock;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private Persona lina;

    @BeforeEach
    void linaHasAnAccount() {
        lina = somebody(Role.CASE_MANAGER);
    }

    @Test
    void aPasswordAndThenACodeOpenMasarAndTheTokenIsANewOne() {
        var visitor = new Visitor(port);
        assertThat(password(visitor, lina, Persona.PASSWORD).leadsTo()).isEqualTo("/sign-in/code");
        String half = visitor.cookie("masar_session").orElseThrow();
        assertThat(visitor.get("/").leadsTo()).as("the password alone").isEqualTo("/sign-in");

        var in = code(visitor);
        assertThat(in.leadsTo()).isEqualTo("/");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("masar_session=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Max-Age"));
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(visitor.cookie("masar_session")).get().isNotEqualTo(half);

        var thief = new Visitor(port);
        thief.carry("masar_session", half);
        assertThat(thief.get("/").leadsTo()).isEqualTo("/sign-in");
        assertThat(code(thief).status()).isEqualTo(422);
    }

    @Test
    void aWrongNameAWrongPasswordAndASuspendedAccountLookTheSame() {
        var suspended = somebody(Role.CASE_MANAGER);
        suspend(suspended);
        var nobody = new Persona("nobody-" + UUID.randomUUID(), lina.name(), lina.organisation(), lina.roles());
        String wrongPassword = refusal(lina, "not the password");
        assertThat(wrongPassword)
                .startsWith("422")
                .contains(texts.say(Language.AR, "access.refused.sign.in"))
                .doesNotContain("not the password");
        assertThat(refusal(nobody, Persona.PASSWORD)).isEqualTo(wrongPassword);
        assertThat(refusal(suspended, Persona.PASSWORD)).isEqualTo(wrongPassword);
    }

    @Test
    void aCodeWorksOnce() {
        var first = new Visitor(port);
        password(first, lina, Persona.PASSWORD);
        assertThat(code(first).leadsTo()).isEqualTo("/");

        var second = new Visitor(port);
        password(second, lina, Persona.PASSWORD);
        assertThat(code(second).status()).isEqualTo(422);
        assertThat(second.get("/").leadsTo()).isEqualTo("/sign-in");
        clock.advance(CODE.multipliedBy(2));
        assertThat(code(second).leadsTo()).isEqualTo("/");
    }

    @Test
    void tenFailuresCloseTheNameUntilTheWindowEnds() {
        toTheNextWindow();
        var visitor = new Visitor(port);
        for (int i = 0; i < 9; i++) {
            assertThat(password(visitor, lina, "guess " + i).status()).isEqualTo(422);
        }
        password(visitor, lina, Persona.PASSWORD);
        assertThat(visitor.get("/sign-in/code")
                        .form("/sign-in/code")
                        .with("code", "000000")
                        .post(visitor)
                        .status())
                .isEqualTo(422);
        assertThat(code(visitor).body())
                .as("codes count too")
                .contains(texts.say(Language.AR, "access.refused.too.many.attempts", 15, "…")
                        .split("…")[0]);
        assertThat(password(visitor, lina, Persona.PASSWORD).status()).isEqualTo(422);
        assertThat(signedIn(somebody(Role.CASE_MANAGER)).get("/").status()).isEqualTo(200);

        clock.advance(WINDOW);
        assertThat(signedIn(lina).get("/").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsAfterTwentyIdleMinutes() {
        var visitor = signedIn(lina);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(19));
            assertThat(visitor.get("/").status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(21));
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void aSessionEndsAfterTenHoursHoweverBusy() {
        var visitor = signedIn(lina);
        for (int i = 0; i < 33; i++) {
            clock.advance(Duration.ofMinutes(18));
            assertThat(visitor.get("/").status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(18));
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void aSessionEndsAtTheSignOut() {
        var visitor = signedIn(lina);
        String token = visitor.cookie("masar_session").orElseThrow();
        var out = visitor.get("/").form("/sign-out").post(visitor);
        assertThat(out.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(visitor.cookie("masar_session")).isEmpty();
        visitor.carry("masar_session", token);
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void aSessionEndsWithASuspensionAndDoesNotComeBackWithTheAccount() {
        var visitor = signedIn(lina);
        suspend(lina);
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
        var sara = Visitor.signedIn(port, Persona.SARA);
        String page = "/accounts/" + accounts.account(lina);
        sara.get(page).form(page + "/reinstatement").with("sure", "yes").post(sara);
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
        assertThat(signedIn(lina).get("/").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsWithAChangeOfRights() {
        var visitor = signedIn(lina);
        transaction.executeWithoutResult(status -> jdbc.sql("update access.account set roles = '{supervisor}',"
                        + " rights_version = rights_version + 1, version = version + 1 where sign_in_name = ?")
                .param(lina.key())
                .update());
        assertThat(visitor.get("/cases").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void theLinkOfTheFirstAdministratorIsWorthNothingOnceThereIsAnAccount() {
        var visitor = new Visitor(port);
        String address = "/invitation/" + accounts.firstAdministratorLink();
        var form = visitor.get(address)
                .form(address)
                .with("name", "Intruder", "signInName", "intruder", "organisation", organisationOf(lina))
                .with("password", "apricots by the river", "again", "apricots by the river");
        assertThat(form.post(visitor).status()).isEqualTo(422);
        assertThat(visitor.cookie("masar_session")).isEmpty();
        assertThat(count("intruder")).isZero();

        String earlier = "/invitation/" + accounts.firstAdministratorLink();
        accounts.firstAdministratorLink();
        assertThat(visitor.get(earlier).status())
                .as("a later link ends the earlier one")
                .isEqualTo(409);
    }

    @Test
    void administratorsCannotSuspendThemselves() {
        var administrator = somebody(Role.ADMINISTRATOR);
        var visitor = signedIn(administrator);
        String own = "/accounts/" + accounts.account(administrator) + "/suspension";
        assertThat(visitor.anyForm(own).with("sure", "yes").post(visitor).status())
                .isEqualTo(422);
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void whatAFormDoesNotAskIsNotTaken() {
        var sara = accounts.viewer(Persona.SARA);
        String name = "invited-" + UUID.randomUUID();
        String link = CurrentViewer.as(
                sara,
                () -> face.invite(
                        sara,
                        UUID.fromString(organisationOf(lina)),
                        name,
                        "Invited",
                        Language.FR,
                        Set.of(Role.CASE_MANAGER)));
        var visitor = new Visitor(port);
        String address = "/invitation/" + link;
        var answer = visitor.get(address)
                .form(address)
                .with("password", "apricots by the river", "again", "apricots by the river")
                .with(
                        "roles",
                        "administrator",
                        "role",
                        "administrator",
                        "organisation",
                        UUID.randomUUID().toString())
                .with("signInName", "other", "account", accounts.account(lina).toString(), "factors", "2")
                .with(
                        "state",
                        "active",
                        "rightsVersion",
                        "0",
                        "id",
                        accounts.account(lina).toString())
                .post(visitor);
        assertThat(answer.leadsTo()).isEqualTo("/sign-in/code-app");
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
        assertThat(rights(name)).containsExactly("{case-manager} " + organisationOf(lina) + " invited");
        assertThat(visitor.get(address).status()).as("the link works once").isEqualTo(409);

        var manager = signedIn(lina);
        for (String own : List.of("/accounts", "/accounts/" + accounts.account(lina))) {
            assertThat(manager.anyForm(own)
                            .with("roles", "administrator")
                            .post(manager)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(rights(lina.key())).containsExactly("{case-manager} " + organisationOf(lina) + " active");
    }

    @Test
    void whoHasACodeAppCannotReplaceItWithASessionAlone() {
        var visitor = signedIn(lina);
        var form = visitor.get("/sign-in/code-app").form("/sign-in/code-app");
        clock.advance(CODE.multipliedBy(2));
        assertThat(form.without("secret")
                        .with("secret", Persona.SECRET, "code", accounts.codeNow(clock.instant()))
                        .post(visitor)
                        .status())
                .isEqualTo(422);
    }

    private Visitor signedIn(Persona persona) {
        clock.advance(CODE.multipliedBy(2));
        var visitor = new Visitor(port);
        password(visitor, persona, Persona.PASSWORD);
        assertThat(code(visitor).leadsTo()).isEqualTo("/");
        return visitor;
    }

    private static Answer password(Visitor visitor, Persona persona, String password) {
        return visitor.get("/sign-in")
                .form("/sign-in")
                .with("name", persona.key(), "password", password)
                .post(visitor);
    }

    private Answer code(Visitor visitor) {
        return visitor.get("/sign-in/code")
                .form("/sign-in/code")
                .with("code", accounts.codeNow(clock.instant()))
                .post(visitor);
    }

    private String refusal(Persona persona, String password) {
        var answer = password(new Visitor(port), persona, password);
        return answer.status() + " "
                + answer.body()
                        .replace(persona.key(), "…")
                        .replaceAll("name=\"(_csrf|_once)\" value=\"[^\"]*\"", "name=\"$1\"");
    }

    private void suspend(Persona persona) {
        var sara = Visitor.signedIn(port, Persona.SARA);
        String page = "/accounts/" + accounts.account(persona);
        var answer =
                sara.get(page).form(page + "/suspension").with("sure", "yes").post(sara);
        assertThat(answer.status()).isEqualTo(303);
    }

    private void toTheNextWindow() {
        long seconds = WINDOW.toSeconds();
        clock.advance(Duration.ofSeconds(seconds - clock.instant().getEpochSecond() % seconds + 1));
    }

    private Persona somebody(Role role) {
        String key = "invented-" + UUID.randomUUID();
        var persona =
                new Persona(key, new LocalizedText("لينا", "Lina", "Lina"), Persona.SAMIR.organisation(), Set.of(role));
        accounts.make(List.of(persona));
        return persona;
    }

    private String organisationOf(Persona persona) {
        return accounts.viewer(persona).organisation().toString();
    }

    private List<String> rights(String signInName) {
        return transaction.execute(
                status -> jdbc.sql("select roles::text || ' ' || organisation || ' ' || state from access.account"
                                + " where sign_in_name = ?")
                        .param(signInName)
                        .query(String.class)
                        .list());
    }

    private int count(String signInName) {
        return rights(signInName).size();
    }
}
