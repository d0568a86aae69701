package masar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import masar.access.Depth;
import masar.access.Grants;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.sealing.Erasure;
import masar.sealing.SealClass;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents of a case: added, listed for those who may open them, opened for a reason, withdrawn, erased. */
@MasarTest
class DocumentsTests {

    @Autowired
    Selam selam;

    @Autowired
    Documents documents;

    @Autowired
    Grants grants;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Texts texts;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void samirHoldsSelamsCase() {
        way = selam.lives();
    }

    @Test
    void aDocumentIsListedForThoseWhoMayReadAboutHerAndForNobodyElse() {
        UUID document = adds(Persona.SAMIR, SealClass.ORDINARY, "contract.pdf", InventedFiles.pdf("four hundred"));
        for (Persona reader : List.of(Persona.SAMIR, Persona.LAYLA, Persona.HANA)) {
            assertThat(visitor(reader).get(list()).body()).as(reader.key()).contains("a contract", document.toString());
        }
        for (Persona other : List.of(Persona.FADI, Persona.ZIAD, Persona.OMAR, Persona.NOUR, Persona.RANA)) {
            for (String page : List.of(list(), page(document), page(document) + "/original")) {
                assertThat(visitor(other).get(page).status())
                        .as(other.key() + " " + page)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void theOriginalIsFetchedForAReasonThatTheOwnerReadsAndForAnHour() {
        byte[] contract = InventedFiles.pdf("four hundred");
        UUID document = adds(Persona.SAMIR, SealClass.ORDINARY, "contract.pdf", contract);
        var hana = visitor(Persona.HANA);
        assertThat(hana.get(page(document) + "/original").status()).isEqualTo(409);
        assertThat(opens(hana, document, "original", "nonsense").status()).isEqualTo(422);
        assertThat(opens(hana, document, "original", "supervision").status()).isEqualTo(303);
        var fetched = hana.fetch(page(document) + "/original");
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.content()).isEqualTo(contract);
        assertThat(visitor(Persona.LAYLA).get(page(document) + "/original").status())
                .as("a reason opens it for who gave it")
                .isEqualTo(409);
        assertThat(visitor(Persona.SAMIR).get(page(document)).body())
                .contains(Persona.HANA.name().ar(), say("documents.part.original"));
        clock.advance(Duration.ofMinutes(61));
        assertThat(visitor(Persona.HANA).get(page(document) + "/original").status())
                .isEqualTo(409);
    }

    @Test
    void aFileIsServedToBeSavedByANameThatTellsNothingAndWhereNothingMayRun() {
        UUID document = adds(Persona.SAMIR, SealClass.ORDINARY, "عقد سلام.pdf", InventedFiles.pdf("x"));
        var samir = visitor(Persona.SAMIR);
        opens(samir, document, "original", "to-understand");
        opens(samir, way.document(), "viewing-copy", "to-understand");
        String code = TestDatabase.text("select code from casefile.case_record where id = '"
                + way.caseId().value() + "'");
        for (var expected : List.of(
                List.of(page(document) + "/original", "application/pdf", ".pdf"),
                List.of(page(way.document()) + "/view", "image/png", ".png"))) {
            var served = samir.fetch(expected.get(0));
            assertThat(served.status()).isEqualTo(200);
            assertThat(served.header("Content-Type")).isEqualTo(expected.get(1));
            assertThat(served.header("Content-Disposition"))
                    .matches("attachment; filename=\"" + code + "-[0-9a-f]{6}" + expected.get(2) + "\"");
            assertThat(served.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(served.headers().allValues("Content-Security-Policy"))
                    .containsExactly("sandbox; default-src 'none'");
            assertThat(served.header("Cache-Control")).contains("no-store");
            assertThat(served.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
        assertThat(samir.get(page(document) + "/view").status())
                .as("a paper has no copy to look at")
                .isEqualTo(404);
    }

    @Test
    void thePhotoToLookAtTellsNeitherPlaceNorDeviceAndStandsUpright() throws IOException {
        byte[] photo = InventedFiles.photo("taken behind the house");
        UUID document = adds(Persona.SAMIR, SealClass.ORDINARY, "IMG_0001.JPG", photo);
        var samir = visitor(Persona.SAMIR);
        assertThat(samir.get(page(document)).body()).doesNotContain("<img class=\"picture\"");
        opens(samir, document, "viewing-copy", "to-understand");
        assertThat(samir.get(page(document)).body()).contains("<img class=\"picture\" src=\"" + page(document));
        assertThat(samir.get(page(document) + "/original").status()).isEqualTo(409);
        var shown = samir.fetch(page(document) + "/view");
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(latin(shown.content())).doesNotContain("Exif", InventedFiles.CAMERA, "behind the house");
        var picture = ImageIO.read(new ByteArrayInputStream(shown.content()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(480, 640);
        assertThat(picture.getRGB(470, 10) >> 16 & 0xFF).as("red corner").isGreaterThan(200);
        assertThat(picture.getRGB(470, 10) & 0xFFFF).as("red corner").isLessThan(0x6060);
        opens(samir, document, "original", "proceedings");
        assertThat(samir.fetch(page(document) + "/original").content()).isEqualTo(photo);
    }

    /** Who holds a whole grant on the case, and what they open of each class by role and kind of organisation. */
    private static final String CLASSES = """
            class            samir hana layla rana nour jad
            ordinary         x     x    x     x    x    .
            legal-privilege  x     .    .     .    x    .
            medical          x     .    .     .    .    .
            intelligence     x     .    x     x    .    .
            shelter-address  x     .    .     .    x    .
            """;

    @Test
    void aRestrictedClassOpensByRoleAndKindOfOrganisationOnPagesAndInSql() {
        for (Persona persona : List.of(Persona.RANA, Persona.NOUR, Persona.JAD)) {
            UUID account = selam.as(persona, Viewer::account);
            selam.as(Persona.SAMIR, samir -> {
                grants.give(way.caseId().subject(), Grants.accountKey(account), Depth.FULL, "by-name");
                return true;
            });
        }
        var people = List.of(Persona.SAMIR, Persona.HANA, Persona.LAYLA, Persona.RANA, Persona.NOUR, Persona.JAD);
        var pages = new ArrayList<String>();
        var rows = new ArrayList<String>();
        pages.add("class            samir hana layla rana nour jad");
        rows.add(pages.getFirst());
        for (SealClass each : SealClass.values()) {
            UUID document = adds(Persona.SAMIR, each, "paper.pdf", InventedFiles.pdf("words"));
            var page = new StringBuilder("%-17s".formatted(each.code()));
            var row = new StringBuilder("%-17s".formatted(each.code()));
            for (Persona persona : people) {
                boolean listed = visitor(persona).get(list()).body().contains(document.toString());
                boolean opened = visitor(persona).get(page(document)).status() == 200;
                assertThat(listed).isEqualTo(opened);
                page.append("%-6s"
                        .formatted(opened ? "x" : ".")
                        .substring(0, persona.key().length() + 1));
                row.append("%-6s"
                        .formatted(rowsOf(persona, document) == 2 ? "x" : ".")
                        .substring(0, persona.key().length() + 1));
            }
            pages.add(page.toString().stripTrailing());
            rows.add(row.toString().stripTrailing());
        }
        assertThat(String.join("\n", pages)).isEqualTo(CLASSES.stripTrailing());
        assertThat(String.join("\n", rows)).isEqualTo(CLASSES.stripTrailing());
    }

    /** The document and its content, as plain SQL with the viewer's own rights sees them. */
    private long rowsOf(Persona persona, UUID document) {
        return selam.as(
                persona,
                viewer -> transaction.execute(status -> jdbc.sql("select (select count(*) from documents.document"
                                + " where id = ?) + (select count(*) from documents.content where document = ?)")
                        .params(document, document)
                        .query(Long.class)
                        .single()));
    }

    @Test
    void theSameRoleElsewhereOpensOtherClasses() {
        assertThat(opens("health", Persona.NOUR)).containsExactly("ordinary", "medical", "shelter-address");
        assertThat(opens("justice", Persona.NOUR)).containsExactly("ordinary", "legal-privilege");
        assertThat(opens("police", Persona.RANA)).isEmpty();
        assertThat(opens("detaining", Persona.SAMIR)).isEmpty();
        assertThat(opens("justice", Persona.SAMIR)).doesNotContain("shelter-address");
    }

    private List<String> opens(String kind, Persona persona) {
        UUID account = selam.as(persona, Viewer::account);
        selam.as(Persona.SAMIR, samir -> {
            if (persona != Persona.SAMIR) {
                grants.give(way.caseId().subject(), Grants.accountKey(account), Depth.FULL, "by-name-" + kind);
            }
            return true;
        });
        var opened = selam.as(
                persona,
                viewer -> transaction.execute(status -> {
                    jdbc.sql("select set_config('masar.kind', ?, true)")
                            .param(kind)
                            .query(String.class)
                            .single();
                    return List.of(SealClass.values()).stream()
                            .map(SealClass::code)
                            .filter(each -> jdbc.sql("select documents.opens(?, ?)")
                                    .params(way.caseId().value(), each)
                                    .query(Boolean.class)
                                    .single())
                            .toList();
                }));
        selam.as(Persona.SAMIR, samir -> {
            if (persona != Persona.SAMIR) {
                grants.end(way.caseId().subject(), Grants.accountKey(account), Depth.FULL);
            }
            return true;
        });
        return opened;
    }

    @Test
    void nobodyAddsToAClassTheyMayNotOpen() {
        var hana = visitor(Persona.HANA);
        assertThat(hana.get(list()).body()).doesNotContain("value=\"medical\"");
        var answer = form(hana, "medical").postWith(hana, "report.pdf", InventedFiles.pdf("words"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(say("documents.refused.class"));
        assertThat(countOf("class = 'medical' and case_id = '" + way.caseId().value() + "'"))
                .isZero();
    }

    @Test
    void nothingIsPutIntoADocumentLaterNorUnderAnEasierClass() {
        UUID document = adds(Persona.SAMIR, SealClass.MEDICAL, "paper.pdf", InventedFiles.pdf("words"));
        for (String attack : List.of(
                "insert into documents.content select gen_random_uuid(), '%1$s', '%2$s', 'medical', 'viewing-copy', '\\x00'",
                "insert into documents.content select gen_random_uuid(), '%1$s', '%2$s', 'ordinary', 'viewing-copy', '\\x00'",
                "insert into documents.withdrawal select '%1$s', '%2$s', 'ordinary', '%3$s', '%3$s', 'other', now()",
                "update documents.document set class = 'ordinary' where id = '%1$s'",
                "delete from documents.opening")) {
            for (Persona persona : List.of(Persona.HANA, Persona.SAMIR)) {
                String sql = selam.as(
                        persona,
                        viewer -> attack.formatted(document, way.caseId().value(), viewer.account()));
                assertThat(refused(persona, sql)).as(persona.key() + ": " + sql).isTrue();
            }
        }
    }

    private boolean refused(Persona persona, String sql) {
        return selam.as(
                persona,
                viewer -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    try {
                        jdbc.sql(sql).update();
                        return false;
                    } catch (org.springframework.dao.DataAccessException violated) {
                        return true;
                    }
                }));
    }

    @Test
    void aWithdrawnDocumentIsHiddenFromEverybodyAndStaysSealed() {
        UUID document = adds(Persona.SAMIR, SealClass.ORDINARY, "paper.pdf", InventedFiles.pdf("words"));
        var hana = visitor(Persona.HANA);
        String withdrawal = page(document) + "/withdrawal";
        assertThat(hana.anyForm(withdrawal).with("why", "wrong-case").post(hana).status())
                .as("neither hers nor her case")
                .isEqualTo(422);
        var samir = visitor(Persona.SAMIR);
        opens(samir, document, "original", "to-understand");
        assertThat(samir.get(page(document)).form(withdrawal).post(samir).status())
                .as("a reason is needed")
                .isEqualTo(422);
        assertThat(samir.get(page(document))
                        .form(withdrawal)
                        .with("why", "wrong-case")
                        .post(samir)
                        .status())
                .isEqualTo(303);
        for (Visitor each : List.of(samir, visitor(Persona.LAYLA), hana)) {
            assertThat(each.get(list()).body()).doesNotContain(document.toString());
            assertThat(each.get(page(document)).status()).isEqualTo(404);
            assertThat(each.get(page(document) + "/original").status()).isEqualTo(404);
        }
        assertThat(rowsOf(Persona.SAMIR, document))
                .as("content is not read with SQL either")
                .isEqualTo(1);
        assertThat(countOf("id = '" + document + "'")).isEqualTo(1);
        assertThat(samir.get(way.page("")).body()).contains(say("chronology.documents.withdrawn"));
    }

    @Test
    void aFileThatIsTooLargeComesBackWithEverythingTyped() {
        var samir = visitor(Persona.SAMIR);
        for (int size : new int[] {10_000_001, 10_600_000, 30_000_000}) {
            var answer = form(samir, "medical").postWith(samir, "x.pdf", new byte[size]);
            assertThat(answer.status()).as("%d bytes", size).isEqualTo(413);
            assertThat(answer.body())
                    .contains(say("documents.refused.too.large", 10), "value=\"a contract\"")
                    .containsPattern("value=\"medical\"[^>]*checked")
                    .containsPattern("value=\"contract\" selected");
        }
        assertThat(samir.get("/").status()).isEqualTo(200);
    }

    @Test
    void filesAreTakenAtOneAddressOnly() {
        var samir = visitor(Persona.SAMIR);
        for (String address : List.of(way.page("/consents"), "/sign-out", "/cases/search", list() + "/x")) {
            var answer = samir.anyForm(address).postWith(samir, "x.pdf", InventedFiles.pdf("x"));
            assertThat(answer.status()).as(address).isEqualTo(415);
            assertThat(answer.body()).contains("<h1>");
        }
        var stranger = new Visitor(port);
        assertThat(stranger.anyForm(list())
                        .postWith(stranger, "x.pdf", InventedFiles.pdf("x"))
                        .leadsTo())
                .isEqualTo("/sign-in");
        var form = form(samir, "ordinary");
        assertThat(form.without("_csrf")
                        .postWith(samir, "x.pdf", InventedFiles.pdf("x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormSentTwiceAddsOneDocument() {
        var samir = visitor(Persona.SAMIR);
        var form = form(samir, "ordinary");
        long before = countOf("case_id = '" + way.caseId().value() + "'");
        assertThat(form.postWith(samir, "x.pdf", InventedFiles.pdf("x")).status())
                .isEqualTo(303);
        assertThat(form.postWith(samir, "x.pdf", InventedFiles.pdf("x")).status())
                .isEqualTo(303);
        assertThat(countOf("case_id = '" + way.caseId().value() + "'")).isEqualTo(before + 1);
    }

    @Test
    void aCaseHoldsSoManyDocumentsAndNoMore() {
        TestDatabase.administrator("""
                insert into documents.document
                select gen_random_uuid(), case_id, kind, class, type, bytes, added_by, organisation, added_at, sealed
                from documents.document, generate_series(1, 199) where id = '%s'""".formatted(way.document()));
        TestDatabase.administrator("insert into documents.withdrawal select id, case_id, class, added_by, organisation,"
                + " 'not-needed', now() from documents.document where case_id = '%s' and id <> '%s'"
                        .formatted(way.caseId().value(), way.document()));
        var samir = visitor(Persona.SAMIR);
        var answer = form(samir, "ordinary").postWith(samir, "x.pdf", InventedFiles.pdf("x"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(say("documents.refused.full", 200, 300));
    }

    @Test
    void whenTheKeysOfTheCaseAreDestroyedNothingIsLeftToRead() {
        UUID document = adds(Persona.SAMIR, SealClass.MEDICAL, "paper.pdf", InventedFiles.pdf("words"));
        var samir = visitor(Persona.SAMIR);
        opens(samir, document, "original", "to-understand");
        UUID second = selam.as(Persona.HANA, Viewer::account);
        selam.as(Persona.SAMIR, viewer -> erasure.erase(viewer, way.caseId().subject(), "request", second));
        for (String page : List.of(list(), page(document), page(document) + "/original")) {
            assertThat(samir.get(page).status()).as(page).isEqualTo(404);
        }
        for (String table : List.of("document", "content", "opening")) {
            assertThat(TestDatabase.count(
                            "select count(*) from documents." + table + " where case_id = ?",
                            way.caseId().value()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void thePageSaysThatFilesAreNotScanned() {
        assertThat(visitor(Persona.SAMIR).get(list()).body()).contains(say("documents.add.not.scanned"));
    }

    @Test
    void whoOpensNothingMayKnowOfNoDocument() {
        UUID document = adds(Persona.SAMIR, SealClass.MEDICAL, "paper.pdf", InventedFiles.pdf("words"));
        var hana = visitor(Persona.HANA);
        assertThat(wordsAt(hana, document)).isEqualTo(wordsAt(hana, UUID.randomUUID()));
        assertThat(hana.get(way.page("")).body()).doesNotContain("a contract", document.toString());
    }

    private String wordsAt(Visitor visitor, UUID document) {
        var answer = visitor.get(page(document));
        return answer.status()
                + answer.body()
                        .replace(document.toString(), "")
                        .replaceAll("name=\"(_csrf|_once)\" value=\"[^\"]*\"", "name=\"$1\"");
    }

    private UUID adds(Persona persona, SealClass sealClass, String fileName, byte[] content) {
        var document = new NewDocument("contract", "a contract", sealClass, fileName, content);
        return selam.as(
                persona, viewer -> documents.add(viewer, new CaseId(way.caseId().value()), document));
    }

    private Visitor.Answer opens(Visitor visitor, UUID document, String part, String reason) {
        return visitor.anyForm(page(document) + "/opening")
                .with("part", part, "reason", reason)
                .post(visitor);
    }

    private Visitor.Form form(Visitor visitor, String sealClass) {
        return visitor.get(list()).form(list()).with("kind", "contract", "title", "a contract", "class", sealClass);
    }

    private static long countOf(String condition) {
        return TestDatabase.count("select count(*) from documents.document where " + condition);
    }

    private String list() {
        return way.page("/documents");
    }

    private String page(UUID document) {
        return list() + "/" + document;
    }

    private Visitor visitor(Persona persona) {
        return Visitor.signedIn(port, persona);
    }

    private static String latin(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private String say(String key, Object... arguments) {
        return texts.say(Language.AR, key, arguments);
    }
}
