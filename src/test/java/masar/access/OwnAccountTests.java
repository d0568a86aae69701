package masar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Visitor;
import masar.shared.Language;
import masar.shared.Role;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where I am signed in, the codes on paper, the way back after an absence, and the question before a sensitive act. */
@MasarTest
class OwnAccountTests {

    private static final Pattern PLACE = Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/end)\"");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    @Autowired
    InventedAccounts accounts;

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

    private Newcomers newcomers;
    private Persona lina;

    @BeforeEach
    void linaHasAnAccount() {
        newcomers = new Newcomers(port, accounts, clock);
        lina = newcomers.somebody(Role.CASE_MANAGER);
    }

    @Test
    void iSeeWhereIAmSignedInAndSignOutThereOnly() {
        var phone = newcomers.signedIn(lina);
        var desk = newcomers.signedIn(lina);
        var page = desk.get("/account");
        assertThat(page.body()).containsOnlyOnce(texts.say(Language.AR, "access.account.here") + "</span>");
        String there = place(page.body());
        var ended = page.form(there).post(desk);
        assertThat(ended.leadsTo()).isEqualTo("/account?done=access.done.session.ended");
        assertThat(phone.get("/").leadsTo()).isEqualTo("/sign-in");
        assertThat(desk.get("/").status()).isEqualTo(200);
        assertThat(desk.get("/account").body()).doesNotContain(there);
    }

    @Test
    void nobodySignsAnotherPersonOut() {
        var visitor = newcomers.signedIn(lina);
        var other = newcomers.signedIn(newcomers.somebody(Role.CASE_MANAGER));
        String id = transaction
                .execute(status -> jdbc.sql("select id from access.session where account = ?")
                        .param(accounts.account(lina))
                        .query(UUID.class)
                        .list())
                .getLast()
                .toString();
        assertThat(other.anyForm("/account/sessions/" + id + "/end").post(other).status())
                .isEqualTo(404);
        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsEverySessionHereToo() {
        var phone = newcomers.signedIn(lina);
        var desk = newcomers.signedIn(lina);
        var answer = desk.get("/account")
                .form("/account/sessions/end")
                .with("sure", "yes")
                .post(desk);
        assertThat(answer.leadsTo()).isEqualTo("/sign-in");
        assertThat(answer.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(phone.get("/").leadsTo()).isEqualTo("/sign-in");
        assertThat(desk.get("/").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void noSessionKeepsAnAddressOfAMachine() {
        List<String> columns = transaction.execute(status -> jdbc.sql("select column_name from"
                        + " information_schema.columns where table_schema = 'access' and table_name = 'session'")
                .query(String.class)
                .list());
        assertThat(columns)
                .containsExactlyInAnyOrder(
                        "token_hash",
                        "id",
                        "account",
                        "rights_version",
                        "factors",
                        "means",
                        "started_at",
                        "seen_at",
                        "confirmed_at",
                        "ended_at",
                        "asked_by",
                        "seed");
    }

    @Test
    void aRecoveryCodeReplacesThePhoneOnce() {
        var visitor = newcomers.signedIn(lina);
        var sheet = codes(visitor);
        assertThat(sheet).hasSize(10).doesNotHaveDuplicates();
        assertThat(stored()).noneMatch(row -> row.contains(sheet.getFirst().replace("-", "")));

        var withoutPhone = new Visitor(port);
        newcomers.password(withoutPhone, lina);
        String typed = sheet.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(code(withoutPhone, typed)).isEqualTo(303);
        assertThat(withoutPhone.get("/account/recovery-codes").body())
                .contains(texts.say(Language.AR, "access.recovery.unused", 9));
        assertThat(withoutPhone.get("/account").body()).contains(texts.say(Language.AR, "access.means.recovery-code"));

        var again = new Visitor(port);
        newcomers.password(again, lina);
        assertThat(code(again, sheet.getFirst())).as("used").isEqualTo(422);
        var newSheet = codes(visitor);
        assertThat(code(again, sheet.get(1))).as("of the earlier sheet").isEqualTo(422);
        assertThat(code(again, newSheet.get(1))).isEqualTo(303);
        assertThat(visitor.get("/account/recovery-codes").body()).doesNotContainPattern(CODE);
    }

    @Test
    void aRecoveryCodeOfSomebodyElseOpensNothing() {
        var sheet = codes(newcomers.signedIn(newcomers.somebody(Role.CASE_MANAGER)));
        var visitor = new Visitor(port);
        newcomers.password(visitor, lina);
        assertThat(code(visitor, sheet.getFirst())).isEqualTo(422);
    }

    @Test
    void afterAnAbsenceTheSignInLeadsBackToWhereIWas() {
        var visitor = newcomers.signedIn(lina);
        clock.advance(Duration.ofMinutes(21));
        assertThat(visitor.get("/directory?kind=health").leadsTo()).isEqualTo("/sign-in");
        assertThat(newcomers.signIn(visitor, lina).leadsTo()).isEqualTo("/directory?kind=health");
        assertThat(visitor.cookie("masar_back")).isEmpty();
    }

    @Test
    void aColleagueAtTheSameBrowserIsNotLedToWhereIWas() {
        var visitor = newcomers.signedIn(lina);
        clock.advance(Duration.ofMinutes(21));
        visitor.get("/cases/" + UUID.randomUUID());
        var colleague = newcomers.somebody(Role.CASE_MANAGER);
        assertThat(newcomers.signIn(visitor, colleague).leadsTo()).isEqualTo("/");
    }

    @Test
    void noSignInLeadsToAnotherSite() {
        for (String place : List.of(
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/%09/elsewhere.example",
                "javascript:alert(1)",
                "/../elsewhere",
                "/cases\r\nLocation: https://elsewhere.example")) {
            var visitor = new Visitor(port);
            visitor.carry(
                    "masar_back", java.net.URLEncoder.encode(place, java.nio.charset.StandardCharsets.UTF_8) + "|");
            assertThat(newcomers.signIn(visitor, lina).leadsTo()).as(place).isEqualTo("/");
        }
    }

    @Test
    void iChangeMyPasswordAndMyOtherDevicesAreSignedOut() {
        var phone = newcomers.signedIn(lina);
        var desk = newcomers.signedIn(lina);
        String chosen = "apricots dry on the roof";
        assertThat(changed(desk, "not my password", chosen, chosen).body())
                .contains(texts.say(Language.AR, "access.refused.current.password"));
        assertThat(changed(desk, Persona.PASSWORD, chosen, "another").status()).isEqualTo(422);
        assertThat(phone.get("/").status()).isEqualTo(200);

        assertThat(changed(desk, Persona.PASSWORD, chosen, chosen).leadsTo()).startsWith("/account");

        assertThat(desk.get("/").status()).isEqualTo(200);
        assertThat(phone.get("/").leadsTo()).isEqualTo("/sign-in");
        var again = new Visitor(port);
        assertThat(newcomers.password(again, lina).status()).as("the old one").isEqualTo(422);
        assertThat(again.get("/sign-in")
                        .form("/sign-in")
                        .with("name", lina.key(), "password", chosen)
                        .post(again)
                        .leadsTo())
                .isEqualTo("/sign-in/code");
    }

    @Test
    void aPasswordThatIsGuessedFirstIsRefused() {
        var visitor = newcomers.signedIn(lina);
        for (String weak : List.of(
                "short",
                "password1234",
                "qwertyuiop12",
                "aaaaaaaaaaaaaaaa",
                "linalinalina",
                "123456789012",
                "a".repeat(129))) {
            var answer = changed(visitor, Persona.PASSWORD, weak, weak);
            assertThat(answer.status()).as(weak).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("value=\"" + weak);
        }
    }

    @Test
    void guessingTheOldPasswordIsSlowedDown() {
        var visitor = newcomers.signedIn(lina);
        String chosen = "apricots dry on the roof";
        for (int guess = 0; guess < 10; guess++) {
            changed(visitor, "guess " + guess, chosen, chosen);
        }
        assertThat(changed(visitor, Persona.PASSWORD, chosen, chosen).status()).isEqualTo(422);
    }

    private static Visitor.Answer changed(Visitor visitor, String current, String chosen, String again) {
        return visitor.get("/account/password")
                .form("/account/password")
                .with("current", current, "password", chosen, "again", again)
                .post(visitor);
    }

    @Test
    void whatIPostedTooLateComesBackAndIsSentAfterTheSignIn() {
        var visitor = newcomers.signedIn(lina);
        String late = "/account/passkeys/" + UUID.randomUUID() + "/name";
        var form = visitor.anyForm(late).with("name", "هاتف <b>المكتب</b>", "password", "never shown again");
        clock.advance(Duration.ofMinutes(21));
        var answer = form.post(visitor);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(texts.say(Language.AR, "access.over.title"))
                .contains("هاتف &lt;b>المكتب&lt;/b>")
                .doesNotContain("never shown again", "<b>");
        newcomers.signIn(visitor, lina);
        var sent = answer.form(late);
        assertThat(sent.value("name")).isNotEmpty();
        assertThat(sent.post(visitor).status())
                .as("reached its handler, which knows no such passkey")
                .isEqualTo(404);
    }

    @Test
    void beforeASensitivePageAFactorIsAskedForAgainAndTheWayGoesOn() {
        var visitor = newcomers.signedIn(lina);
        assertThat(visitor.get("/account/passkeys/new").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        var asked = visitor.get("/account/passkeys/new").leadsTo();
        assertThat(asked).isEqualTo("/confirm?back=%2Faccount%2Fpasskeys%2Fnew");
        var question = visitor.get(asked).form("/confirm");
        assertThat(question.with("_confirm_code", "000000").post(visitor).status())
                .isEqualTo(422);
        var next = visitor.get(asked).form("/confirm").with("_confirm_code", newcomers.freshCode());
        assertThat(next.post(visitor).leadsTo()).isEqualTo("/account/passkeys/new");
        assertThat(visitor.get("/account/passkeys/new").status()).isEqualTo(200);
    }

    @Test
    void aSensitiveActKeepsWhatWasPostedUntilTheFactorIsGivenAndThenActsOnce() {
        var administrator = newcomers.signedIn(newcomers.somebody(Role.ADMINISTRATOR));
        String page = "/accounts/" + accounts.account(lina);
        var form = administrator.get(page).form(page + "/roles").with("roles", "supervisor", "sure", "yes");
        clock.advance(Duration.ofMinutes(11));
        var asked = form.post(administrator);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains(texts.say(Language.AR, "access.confirm.title"));
        assertThat(roles()).isEqualTo("{case-manager}");

        var wrong = asked.form(page + "/roles").with("_confirm_code", "000000").post(administrator);
        assertThat(wrong.body()).contains(texts.say(Language.AR, "access.refused.confirm"));
        assertThat(roles()).isEqualTo("{case-manager}");
        var right = wrong.form(page + "/roles").with("_confirm_code", newcomers.freshCode());
        assertThat(right.post(administrator).leadsTo()).isEqualTo(page + "?done=access.done.changed");
        assertThat(right.post(administrator).leadsTo()).isEqualTo(page + "?done=access.done.changed");
        assertThat(roles()).isEqualTo("{supervisor}");
    }

    @Test
    void everySensitiveActAsksWhoeverConfirmedTooLongAgo() {
        var administrator = newcomers.signedIn(newcomers.somebody(Role.ADMINISTRATOR));
        clock.advance(Duration.ofMinutes(11));
        String page = "/accounts/" + accounts.account(lina);
        for (String act : List.of(
                "/accounts",
                page + "/link",
                page + "/roles",
                page + "/suspension",
                page + "/reinstatement",
                page + "/reset",
                page + "/transfer",
                "/providers",
                "/account/passkeys",
                "/account/passkeys/" + UUID.randomUUID() + "/removal",
                "/account/recovery-codes")) {
            var answer = administrator.anyForm(act).with("sure", "yes").post(administrator);
            assertThat(answer.body()).as(act).contains(texts.say(Language.AR, "access.confirm.title"));
        }
    }

    @Test
    void aDoubleClickAtTheSignInKeepsTheCookie() {
        var visitor = new Visitor(port);
        var password = visitor.get("/sign-in").form("/sign-in").with("name", lina.key(), "password", Persona.PASSWORD);
        var impatient = new Visitor(port);
        visitor.cookie("XSRF-TOKEN").ifPresent(token -> impatient.carry("XSRF-TOKEN", token));
        assertThat(password.post(visitor).leadsTo()).isEqualTo("/sign-in/code");
        assertThat(password.post(impatient).leadsTo()).isEqualTo("/sign-in/code");
        String half = visitor.cookie("masar_session").orElseThrow();
        assertThat(impatient.cookie("masar_session")).contains(half);

        var code = visitor.get("/sign-in/code").form("/sign-in/code").with("code", newcomers.freshCode());
        assertThat(code.post(visitor).leadsTo()).isEqualTo("/");
        assertThat(code.post(impatient).leadsTo()).isEqualTo("/");
        assertThat(impatient.cookie("masar_session")).isEqualTo(visitor.cookie("masar_session"));
        assertThat(impatient.get("/").status()).isEqualTo(200);

        var thief = new Visitor(port);
        visitor.cookie("XSRF-TOKEN").ifPresent(token -> thief.carry("XSRF-TOKEN", token));
        thief.carry("masar_session", half);
        code.without("code").with("code", "000000").post(thief);
        assertThat(thief.cookie("masar_session"))
                .as("who does not know the code")
                .contains(half);
        assertThat(thief.get("/").leadsTo()).isEqualTo("/sign-in");
    }

    private List<String> codes(Visitor visitor) {
        var answer = visitor.get("/account/recovery-codes")
                .form("/account/recovery-codes")
                .with("sure", "yes")
                .post(visitor);
        return CODE.matcher(answer.body())
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static int code(Visitor visitor, String typed) {
        return visitor.get("/sign-in/code")
                .form("/sign-in/code")
                .with("code", typed)
                .post(visitor)
                .status();
    }

    private List<String> stored() {
        return transaction.execute(status -> jdbc.sql("select c::text from access.recovery_code c where account = ?")
                .param(accounts.account(lina))
                .query(String.class)
                .list());
    }

    private String roles() {
        return transaction.execute(status -> jdbc.sql("select roles::text from access.account where id = ?")
                .param(accounts.account(lina))
                .query(String.class)
                .single());
    }

    private static String place(String page) {
        var found = PLACE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
