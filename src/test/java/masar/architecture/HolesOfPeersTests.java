package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Real holes of systems like ours, each played again here. What concerns one's own rights (Primero R2-3138, R2-3182,
 * R2-3558) stands in {@code AccountAdministrationTests}, formulas in spreadsheets (R2-3593) in {@code HtcdsSheetTests},
 * markup made outside of templates in {@code TextsTest}.
 */
@MasarTest
class HolesOfPeersTests {

    private static final String HOSTILE =
            "' or 1=1; drop table access.account; -- \"><script>alert(1)</script> ${7*7} %00";

    @Autowired
    Selam selam;

    @LocalServerPort
    int port;

    /** Primero R2-3601: the browser offered a list, the server took anything. */
    @Test
    void aValueThatTheFormDoesNotOfferIsRefusedByTheServer() {
        var way = selam.lives();
        var rima = Visitor.signedIn(port, Persona.RIMA);
        var report = rima.get("/reports/new")
                .form("/reports")
                .with("channel", "nonsense", "caller", "witness", "whatHappened", "words", "ageNow", "adult")
                .with("dangerNow", "no", "medicalNeed", "none", "detained", "no");
        assertThat(report.post(rima).status()).isEqualTo(422);
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        for (var act : List.of(
                List.of("/person", "/person/reveal", "reason"),
                List.of("/closure", "/closure", "reason"),
                List.of("/sight", "/sight/bar", "reason"))) {
            var form = samir.get(way.page(act.get(0))).form(way.page(act.get(1)));
            assertThat(form.with(act.get(2), "nonsense").post(samir).status())
                    .as(act.get(1))
                    .isEqualTo(422);
        }
    }

    /** Primero R2-3591: an attachment was served to whoever knew its address, without asking about the record it is of. */
    @Test
    void anAttachmentIsServedOnlyToWhoMayOpenItsRecord() {
        var hers = selam.lives();
        var theirs = selam.lives(Selam.NAME, Persona.LAYLA, Persona.ZIAD);
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String document = "/documents/" + hers.document();
        String opening = hers.page(document + "/opening");
        assertThat(samir.anyForm(opening)
                        .with("part", "original", "reason", "to-understand")
                        .post(samir)
                        .status())
                .isEqualTo(303);
        assertThat(samir.fetch(hers.page(document + "/original")).status()).isEqualTo(200);
        for (Persona other : List.of(
                Persona.ZIAD, Persona.NOUR, Persona.MAYA, Persona.FADI, Persona.RIMA, Persona.OMAR, Persona.SARA)) {
            var visitor = Visitor.signedIn(port, other);
            visitor.anyForm(opening)
                    .with("part", "original", "reason", "to-understand")
                    .post(visitor);
            for (var record : List.of(hers, theirs)) {
                for (String part : List.of("", "/view", "/original", "/original?x=1", "/original/", "/Original")) {
                    assertThat(visitor.fetch(record.page(document + part)).status())
                            .as(other.key() + " " + part)
                            .isEqualTo(404);
                }
            }
        }
        assertThat(samir.fetch(theirs.page(document + "/original")).status())
                .as("under the address of another record")
                .isEqualTo(404);
        assertThat(new Visitor(port).get(hers.page(document + "/original")).leadsTo())
                .isEqualTo("/sign-in");
    }

    /** DHIS2 CVE-2023-32060: asked as a machine asks, the server told what the page hides from the same person. */
    @Test
    void noOtherFormOfAPageTellsMoreThanThePage() {
        var way = selam.lives();
        var told = new ArrayList<String>();
        for (Persona persona : Persona.ALL) {
            var visitor = Visitor.signedIn(port, persona);
            for (String page : List.of(
                    way.page(""),
                    way.page("/person"),
                    way.page("/documents/" + way.document()),
                    "/cases",
                    "/reports/" + way.report(),
                    "/referrals/" + way.toCaritas())) {
                var seen = visitor.fetch(page);
                for (var other : otherForms(visitor, page)) {
                    boolean more =
                            !text(seen).contains(Selam.NAME) && text(other).contains(Selam.NAME);
                    boolean opened = seen.status() != 200 && other.status() == 200;
                    boolean machine = other.status() == 200
                            && !other.header("Content-Type").startsWith("text/html");
                    if (more || opened || machine) {
                        told.add(persona.key() + " " + page + " " + other.header("Content-Type"));
                    }
                }
            }
        }
        assertThat(told).isEmpty();
    }

    private static List<Visitor.Fetched> otherForms(Visitor visitor, String page) {
        return List.of(
                visitor.fetch(page, "Accept", "application/json"),
                visitor.fetch(page, "Accept", "application/xml, text/csv;q=0.9"),
                visitor.fetch(page, "HX-Request", "true"),
                visitor.fetch(page + "?fields=*&format=json&expand=person"),
                visitor.fetch(page + ".json"),
                visitor.fetch(page + ".csv"),
                visitor.fetch("/api" + page));
    }

    private static String text(Visitor.Fetched answer) {
        return new String(answer.content(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Primero: what was exported lay in an archive whose lock opens in minutes. */
    @Test
    void nothingIsPackedIntoAnArchiveAndNoWeakCipherStandsInTheProduct() throws IOException {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java.util.zip.(Zip|GZIP)OutputStream|javax.crypto.(Cipher|SecretKeyFactory)"
                        + "|org.apache.commons.compress.archivers.*OutputStream|net.lingala.*")
                .check(product());
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("getInstance\\(\"([^\"]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(each -> named.add(each.group(1)));
            }
        }
        assertThat(named).isNotEmpty().isSubsetOf("SHA-256", "HmacSHA256");
    }

    /** DHIS2 CVE-2023-31139: a token made for one purpose opened a whole session. */
    @Test
    void aTokenMadeForOnePurposeOpensNothingElse() {
        var half = new Visitor(port);
        half.get("/sign-in")
                .form("/sign-in")
                .with("name", Persona.SAMIR.key(), "password", Persona.PASSWORD)
                .post(half);
        assertThat(half.cookie("masar_session")).isPresent();
        for (String page : List.of("/cases", "/account", "/referrals")) {
            assertThat(half.get(page).leadsTo()).as(page).startsWith("/sign-in");
        }
        var sara = Visitor.signedIn(port, Persona.SARA);
        var answer = sara.get("/accounts")
                .form("/accounts")
                .with("name", "Guest", "signInName", "guest-" + System.nanoTime())
                .with(
                        "organisation",
                        selam.as(Persona.SARA, viewer -> viewer.organisation().toString()))
                .with("roles", "auditor", "language", "en")
                .post(sara);
        var link =
                java.util.regex.Pattern.compile("/invitation/([A-Za-z0-9_-]+)").matcher(answer.body());
        assertThat(link.find()).isTrue();
        var guest = new Visitor(port);
        guest.carry("masar_session", link.group(1));
        assertThat(guest.get("/account").leadsTo()).startsWith("/sign-in");
    }

    /** DHIS2 16cbb390a21: SQL made from names in the address. */
    @Test
    void hostileWordsInSearchAndFiltersAreOnlyWords() {
        selam.lives();
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        var tony = Visitor.signedIn(port, Persona.TONY);
        var encoded = java.net.URLEncoder.encode(HOSTILE, java.nio.charset.StandardCharsets.UTF_8);
        var wrong = new ArrayList<String>();
        for (String name :
                List.of("q", "code", "who", "what", "act", "kind", "from", "until", "before", "order", "sort")) {
            for (String page : List.of("/cases", "/sight", "/audit", "/directory")) {
                for (Visitor visitor : List.of(samir, tony)) {
                    var answer = visitor.get(page + "?" + name + "=" + encoded);
                    if (answer.status() >= 500 || answer.body().contains("<script>alert")) {
                        wrong.add(page + " " + name + " " + answer.status());
                    }
                }
            }
        }
        var search =
                samir.get("/cases").form("/cases/search").with("q", HOSTILE).post(samir);
        assertThat(search.status()).isLessThan(500);
        assertThat(search.body()).doesNotContain("<script>alert");
        assertThat(wrong).isEmpty();
        assertThat(TestDatabase.count("select count(*) from access.account")).isPositive();
    }

    /** DHIS2 16cbb390a21: objects read from bytes that somebody sent. */
    @Test
    void noObjectIsEverReadFromBytes() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(product());
    }

    /** Primero: the audit stood in an ordinary table. */
    @Test
    void theTrailCanOnlyGrow() {
        selam.lives();
        var properties = TestDatabase.properties();
        for (String attack : List.of(
                "update audit.entry set account = null",
                "delete from audit.entry",
                "truncate audit.entry",
                "update audit.leaf set entry = 0",
                "delete from audit.leaf",
                "delete from audit.head",
                "update audit.head set size = 1")) {
            assertThatThrownBy(() -> {
                        try (var connection = DriverManager.getConnection(
                                        (String) properties.get("spring.datasource.url"),
                                        (String) properties.get("spring.datasource.username"),
                                        (String) properties.get("spring.datasource.password"));
                                var statement = connection.createStatement()) {
                            statement.execute(attack);
                        }
                    })
                    .as(attack)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static JavaClasses product() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("masar", "pages");
    }
}
