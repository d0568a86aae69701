package masar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.directory.Directory;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.Role;
import masar.shell.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in at an organisation's own provider, honest and lying. */
@MasarTest
class ProviderTests {

    private static final String KAFA = Persona.MAYA.organisation();

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Accounts face;

    @Autowired
    Directory directory;

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
    private StubProvider stub;
    private String door;

    @BeforeAll
    static void theOperatorHasPutTheSecretThere() {
        System.setProperty("MASAR_OIDC_KAFA", StubProvider.SECRET);
        System.setProperty("MASAR_OIDC_CARITAS_LEBANON", StubProvider.SECRET);
    }

    @AfterAll
    static void andTakesItAway() {
        System.clearProperty("MASAR_OIDC_KAFA");
        System.clearProperty("MASAR_OIDC_CARITAS_LEBANON");
    }

    @BeforeEach
    void kafaHasAProvider() throws Exception {
        newcomers = new Newcomers(port, accounts, clock);
        stub = new StubProvider();
        stub.now = clock.instant();
        set(KAFA, stub.issuer(), "mfa");
        door = door(KAFA);
    }

    @AfterEach
    void theProviderCloses() {
        stub.close();
        transaction.executeWithoutResult(status ->
                jdbc.sql("update access.identity_provider set enabled = false").update());
    }

    @Test
    void anInvitationLinksTheAccountAndTwoFactorsAtTheProviderAreEnough() {
        stub.methods = List.of("pwd", "mfa");
        var visitor = new Visitor(port);
        var linked = link(visitor, invite(KAFA));
        assertThat(linked.leadsTo()).isEqualTo("/");
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(visitor.get("/account").body()).contains(texts.say(Language.AR, "access.means.provider-strong"));

        var later = new Visitor(port);
        assertThat(signIn(later).leadsTo()).isEqualTo("/");
        assertThat(later.get("/").status()).isEqualTo(200);
    }

    @Test
    void oneFactorAtTheProviderIsHalfASignIn() {
        var visitor = new Visitor(port);
        assertThat(link(visitor, invite(KAFA)).leadsTo()).isEqualTo("/sign-in/code-app");
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
        var form = visitor.get("/sign-in/code-app").form("/sign-in/code-app");
        String secret = form.value("secret");
        String code = masar.access.internal.CodeShown.at(secret, clock.instant());
        assertThat(form.with("code", code).post(visitor).leadsTo()).isEqualTo("/");

        var later = new Visitor(port);
        assertThat(signIn(later).leadsTo()).isEqualTo("/sign-in/code");
        assertThat(later.get("/").leadsTo()).isEqualTo("/sign-in");
        clock.advance(Duration.ofMinutes(1));
        String next = masar.access.internal.CodeShown.at(secret, clock.instant());
        assertThat(later.get("/sign-in/code")
                        .form("/sign-in/code")
                        .with("code", next)
                        .post(later)
                        .leadsTo())
                .isEqualTo("/");
        assertThat(later.get("/account").body()).contains(texts.say(Language.AR, "access.means.provider-code"));
    }

    @Test
    void aProviderThatStopsAskingForTwoFactorsDoesNotLetAnybodyAddACodeApp() {
        stub.methods = List.of("mfa");
        link(new Visitor(port), invite(KAFA));
        stub.methods = List.of("pwd");
        var visitor = new Visitor(port);
        assertThat(signIn(visitor).leadsTo()).isEqualTo("/sign-in/code");
        var form = visitor.get("/sign-in/code-app").form("/sign-in/code-app");
        String code = masar.access.internal.CodeShown.at(form.value("secret"), clock.instant());
        assertThat(form.with("code", code).post(visitor).status()).isEqualTo(422);
        assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void whoeverTheProviderKnowsGetsNoAccountByThat() {
        int before = number("select count(*) from access.account");
        stub.methods = List.of("mfa");
        stub.claims = claims -> claims.claim("email", Persona.MAYA.key()).claim("preferred_username", "maya");
        var visitor = new Visitor(port);
        assertThat(signIn(visitor).status()).isEqualTo(422);
        assertThat(visitor.cookie("masar_session")).isEmpty();
        assertThat(number("select count(*) from access.account")).isEqualTo(before);
    }

    @Test
    void aLyingProviderOrAThiefOfItsAnswersOpensNothing() {
        stub.methods = List.of("mfa");
        link(new Visitor(port), invite(KAFA));
        Map<String, Runnable> lies = new LinkedHashMap<>();
        lies.put("wrong nonce", () -> stub.claims = claims -> claims.claim("nonce", "another"));
        lies.put("no nonce", () -> stub.claims = claims -> claims.claim("nonce", null));
        lies.put("wrong audience", () -> stub.claims = claims -> claims.audience("another-client"));
        lies.put(
                "made for another client too",
                () -> stub.claims = claims -> claims.audience(List.of(StubProvider.CLIENT, "another")));
        lies.put("presented by another client", () -> stub.claims = claims -> claims.claim("azp", "another"));
        lies.put("other issuer", () -> stub.claims = claims -> claims.issuer("https://elsewhere.example"));
        lies.put(
                "expired",
                () -> stub.claims = claims -> claims.expirationTime(
                        java.util.Date.from(clock.instant().minusSeconds(600))));
        lies.put(
                "of the future",
                () -> stub.claims = claims ->
                        claims.issueTime(java.util.Date.from(clock.instant().plusSeconds(600))));
        lies.put("no subject", () -> stub.claims = claims -> claims.subject(null));
        lies.put("no signature", () -> stub.algorithm = "none");
        lies.put("signed with the public key as a secret", () -> stub.algorithm = "HS256");
        lies.put("signed by a stranger", () -> stub.signedByAStranger = true);
        lies.forEach((name, lie) -> {
            lie.run();
            var visitor = new Visitor(port);
            var answer = signIn(visitor);
            assertThat(answer.status()).as(name).isEqualTo(422);
            assertThat(answer.body()).as(name).contains(texts.say(Language.AR, "access.refused.proof"));
            assertThat(visitor.cookie("masar_session")).as(name).isEmpty();
            stub.claims = claims -> claims;
            stub.algorithm = "RS256";
            stub.signedByAStranger = false;
        });
        assertThat(signIn(new Visitor(port)).leadsTo()).as("the truth").isEqualTo("/");
    }

    @Test
    void anAnswerWorksOnceInTheBrowserThatAskedAndAtTheProviderThatWasAsked() {
        stub.methods = List.of("mfa");
        link(new Visitor(port), invite(KAFA));
        var visitor = new Visitor(port);
        String back = stub.visit(visitor.get(door).header("Location"));
        var thief = new Visitor(port);
        assertThat(thief.get(back).status()).as("without the cookie").isEqualTo(422);
        thief.get(door);
        assertThat(thief.get(back).status())
                .as("with the cookie of another visit")
                .isEqualTo(422);
        assertThat(visitor.get(back).leadsTo()).isEqualTo("/");
        assertThat(visitor.get(back).status()).as("again").isEqualTo(422);

        var late = new Visitor(port);
        String lateBack = stub.visit(late.get(door).header("Location"));
        clock.advance(Duration.ofMinutes(11));
        assertThat(late.get(lateBack).status()).as("too late").isEqualTo(422);
    }

    @Test
    void whatOneProviderAnswersIsNotTakenForAnothers() throws Exception {
        stub.methods = List.of("mfa");
        link(new Visitor(port), invite(KAFA));
        try (var other = new StubProvider()) {
            set("caritas-lebanon", other.issuer(), "mfa");
            String otherDoor = door("caritas-lebanon");
            var visitor = new Visitor(port);
            String back = stub.visit(visitor.get(door).header("Location"));
            String mixed = back.replace(door, otherDoor);
            assertThat(mixed).isNotEqualTo(back);
            assertThat(visitor.get(mixed).status()).isEqualTo(422);
            var named = new Visitor(port);
            String from = stub.visit(named.get(door).header("Location")) + "&iss=" + other.issuer();
            assertThat(named.get(from).status()).as("names another issuer").isEqualTo(422);
        }
    }

    @Test
    void anInvitationIntoAnotherOrganisationLinksNothing() {
        String link = invite(Persona.NOUR.organisation());
        assertThat(new Visitor(port).get(door + "/link/" + link).status()).isEqualTo(422);
    }

    @Test
    void onePersonAtTheProviderIsOneAccount() {
        stub.methods = List.of("mfa");
        assertThat(link(new Visitor(port), invite(KAFA)).leadsTo()).isEqualTo("/");
        String second = invite(KAFA);
        assertThat(link(new Visitor(port), second).status()).isEqualTo(422);
        assertThat(new Visitor(port).get("/invitation/" + second).status())
                .as("the invitation is not used up")
                .isEqualTo(200);
    }

    @Test
    void anotherIssuerEndsTheLinksOfTheFirst() throws Exception {
        stub.methods = List.of("mfa");
        link(new Visitor(port), invite(KAFA));
        try (var other = new StubProvider()) {
            other.subject = stub.subject;
            other.methods = List.of("mfa");
            other.now = clock.instant();
            set(KAFA, other.issuer(), "mfa");
            var visitor = new Visitor(port);
            assertThat(visitor.get(other.visit(visitor.get(door).header("Location")))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void theSecretStandsNeitherInTheDatabaseNorOnThePage() {
        var sara = Visitor.signedIn(port, Persona.SARA);
        assertThat(sara.get("/providers").body()).contains("MASAR_OIDC_KAFA").doesNotContain(StubProvider.SECRET);
        List<String> rows = transaction.execute(status -> jdbc.sql("select p::text from access.identity_provider p")
                .query(String.class)
                .list());
        assertThat(rows).noneMatch(row -> row.contains(StubProvider.SECRET));
        var answer = set(KAFA, "http://elsewhere.example", "mfa");
        assertThat(answer.status()).as("no TLS").isEqualTo(422);
    }

    private Answer signIn(Visitor visitor) {
        stub.now = clock.instant();
        return visitor.get(stub.visit(visitor.get(door).header("Location")));
    }

    private Answer link(Visitor visitor, String invitation) {
        stub.now = clock.instant();
        assertThat(visitor.get("/invitation/" + invitation).body()).contains(door + "/link/" + invitation);
        return visitor.get(stub.visit(visitor.get(door + "/link/" + invitation).header("Location")));
    }

    private String invite(String organisation) {
        var sara = accounts.viewer(Persona.SARA);
        return CurrentViewer.as(
                sara,
                () -> face.invite(
                        sara,
                        directory.organisation(organisation).orElseThrow().id(),
                        "invited-" + UUID.randomUUID(),
                        "Invited",
                        Language.AR,
                        Set.of(Role.SERVICE_PROVIDER)));
    }

    private Answer set(String organisation, String issuer, String strong) {
        var sara = Visitor.signedIn(port, Persona.SARA);
        return sara.get("/providers")
                .form("/providers")
                .with(
                        "organisation",
                        directory.organisation(organisation).orElseThrow().id().toString())
                .with("issuer", issuer, "clientId", StubProvider.CLIENT, "strongValues", strong)
                .with("enabled", "yes", "sure", "yes")
                .post(sara);
    }

    private String door(String organisation) {
        UUID id = transaction.execute(status -> jdbc.sql(
                        "select id from access.identity_provider where organisation = ?")
                .param(directory.organisation(organisation).orElseThrow().id())
                .query(UUID.class)
                .single());
        return "/sign-in/provider/" + id;
    }

    private int number(String sql) {
        return transaction.execute(status -> jdbc.sql(sql).query(Integer.class).single());
    }
}
