package masar.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Visitor;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator adds a passkey with a device of Chromium's own, signs in and confirms with it, prints recovery codes,
 * and manages the account of a colleague.
 */
@MasarTest
class AccessJourney {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    InventedAccounts accounts;

    private Walk walk;
    private CDPSession device;
    private String authenticator;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAdministratorSignsInWithAPasskeyAndManagesAColleague(Language language) {
        var administrator = invented(Role.ADMINISTRATOR);
        var colleague = invented(Role.CASE_MANAGER);
        try (var walker = new Walk(chromium, "http://localhost:" + port, language, this::freshCode)) {
            walk = walker;
            walk.as(administrator);
            plugDeviceIn();
            addsAPasskey();
            signsOutAndInWithIt();
            printsRecoveryCodes();
            confirmsWithThePasskey(colleague);
            lateFormComesBack();
            walk.go("/providers");
            walk.look("providers");
            unverifiedDeviceOpensNothing();
            assertThat(walk.complaints()).as("what a machine sees on the pages").isEmpty();
        }
    }

    private void addsAPasskey() {
        walk.go("/account");
        walk.look("account");
        walk.go("/account/passkeys");
        walk.look("passkeys-none");
        walk.go("/account/passkeys/new");
        walk.look("passkey-new");
        walk.fill("name", "هاتف المكتب");
        walk.press("/account/passkeys");
        walk.page().waitForURL("**/account/passkeys?done=**");
        walk.look("passkeys");
        assertThat(walk.page().locator("input[name=name]").inputValue()).isEqualTo("هاتف المكتب");
    }

    private void signsOutAndInWithIt() {
        walk.press("/sign-out");
        var posted = new AtomicReference<String>("");
        walk.page().onRequest(request -> {
            if (request.url().endsWith("/sign-in/passkey")) {
                posted.set(request.postData());
            }
        });
        walk.page().locator("[data-passkey-button]").click();
        walk.page().waitForURL("**/");
        walk.go("/account");
        assertThat(walk.page().locator(".chip.done").count()).isEqualTo(1);
        walk.look("account-by-passkey");
        replay(posted.get());
    }

    /** The very answer that opened Masar a moment ago, sent again. */
    private void replay(String posted) {
        var thief = new Visitor(port);
        walk.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("masar_challenge"))
                .forEach(cookie -> thief.carry(cookie.name, cookie.value));
        String answer = List.of(posted.split("&")).stream()
                .filter(field -> field.startsWith("answer="))
                .map(field -> java.net.URLDecoder.decode(
                        field.substring("answer=".length()), java.nio.charset.StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        assertThat(answer).contains("authenticatorData");
        var refused = thief.anyForm("/sign-in/passkey").with("answer", answer).post(thief);
        assertThat(refused.status()).isEqualTo(422);
        thief.anyForm("/sign-in/passkey/challenge").post(thief);
        var otherChallenge =
                thief.anyForm("/sign-in/passkey").with("answer", answer).post(thief);
        assertThat(otherChallenge.status()).isEqualTo(422);
        assertThat(thief.cookie("masar_session")).isEmpty();
    }

    private void printsRecoveryCodes() {
        walk.go("/account/recovery-codes");
        walk.look("recovery-codes");
        walk.pick("sure", "yes");
        walk.press("/account/recovery-codes");
        assertThat(walk.page().locator(".codes li").count()).isEqualTo(10);
        assertThat(walk.page().locator("[data-print]").isVisible()).isTrue();
        walk.look("recovery-codes-new");
    }

    private void confirmsWithThePasskey(Persona colleague) {
        String page = "/accounts/" + accounts.account(colleague);
        walk.go("/accounts");
        walk.look("accounts");
        walk.go(page);
        walk.look("personnel");
        clock.advance(Duration.ofMinutes(11));
        walk.page()
                .locator("form[action='" + page + "/suspension'] input[name=sure]")
                .check();
        walk.press(page + "/suspension");
        walk.look("confirm");
        walk.page().locator("[data-passkey-button]").click();
        walk.page().waitForURL("**/accounts/*?done=**");
        walk.look("personnel-suspended");
    }

    private void lateFormComesBack() {
        walk.go("/accounts");
        walk.fill("name", "اسم كُتب قبل انتهاء الجلسة");
        clock.advance(Duration.ofMinutes(21));
        walk.press("/accounts");
        walk.look("session-over");
        assertThat(walk.page().locator("input[type=hidden][name=name]").inputValue())
                .isEqualTo("اسم كُتب قبل انتهاء الجلسة");
        walk.go("/sign-in");
        walk.look("sign-in-with-passkey");
        walk.page().locator("[data-passkey-button]").click();
        walk.page().waitForURL("**/");
    }

    private void unverifiedDeviceOpensNothing() {
        walk.press("/sign-out");
        var options = new JsonObject();
        options.addProperty("authenticatorId", authenticator);
        options.addProperty("isUserVerified", false);
        device.send("WebAuthn.setUserVerified", options);
        walk.page().locator("[data-passkey-button]").click();
        walk.page().locator("[data-passkey-trouble]").waitFor();
        assertThat(walk.path()).isEqualTo("/sign-in");
    }

    private void plugDeviceIn() {
        Page page = walk.page();
        device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        authenticator = device.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    private Persona invented(Role role) {
        String key = "invented-" + UUID.randomUUID().toString().substring(0, 8);
        var persona = new Persona(
                key, new LocalizedText("لينا حرب", "Lina Harb", "Lina Harb"), "mosa-procedures", Set.of(role));
        accounts.make(List.of(persona));
        return persona;
    }

    private String freshCode() {
        clock.advance(Duration.ofSeconds(31));
        return accounts.codeNow(clock.instant());
    }
}
