package masar.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import masar.access.internal.InventedAccounts;
import masar.documents.InventedFiles;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.shared.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case manager adds a photo with a phone, looks at the copy without its place, and takes it back. */
@MasarTest
class DocumentJourney {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Selam selam;

    private Walk walk;

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
    void samirKeepsAPhotoWithoutThePlaceWhereItWasTaken(Language language) {
        var way = selam.lives();
        try (var walker = new Walk(chromium, "http://localhost:" + port, language, this::freshCode)) {
            walk = walker;
            walk.as(Persona.SAMIR);
            String list = way.page("/documents");
            walk.go(list);
            walk.look("documents");
            walk.page().setViewportSize(390, 844);
            refusesWhatIsTooLargeBeforeItIsSent();
            walk.fill("title", "إصابة في اليد");
            walk.pick("class", "medical");
            walk.choose("kind", "photograph");
            choose("رسم.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
            walk.press(list);
            walk.page().locator("#file-error").waitFor();
            assertThat(walk.page().inputValue("#title")).isEqualTo("إصابة في اليد");
            walk.look("documents-refused");
            choose("صورة.jpg", InventedFiles.photo("her hand"));
            walk.press(list);
            walk.page().locator(".note.done").first().waitFor();
            assertThat(walk.text()).contains("إصابة في اليد");
            walk.look("documents-with-photo");
            walk.open("a.row-link:has-text('إصابة في اليد')");
            walk.page().waitForLoadState();
            looksAtThePicture();
            withdraws(list);
            assertThat(walk.complaints()).as("what a machine sees on the pages").isEmpty();
        }
    }

    private void refusesWhatIsTooLargeBeforeItIsSent() {
        choose("film.jpg", new byte[10_000_001]);
        assertThat(walk.page().locator("[data-too-large=file]").isVisible()).isTrue();
        String before = walk.page().url();
        walk.page().locator("form[enctype] button[type=submit]").click();
        assertThat(walk.page().url()).isEqualTo(before);
        choose("small.jpg", new byte[10]);
        assertThat(walk.page().locator("[data-too-large=file]").isVisible()).isFalse();
    }

    private void looksAtThePicture() {
        String page = walk.path();
        walk.look("document");
        assertThat(walk.has("img.picture")).isFalse();
        walk.choose("reason", "prepare-referral");
        walk.pressButton("button[name=part][value=viewing-copy]");
        walk.page().waitForFunction("document.querySelector('img.picture')?.naturalWidth > 0");
        assertThat(walk.page().evaluate("document.querySelector('img.picture').naturalHeight"))
                .as("stands upright")
                .isEqualTo(640);
        walk.look("document-shown");
        byte[] shown = Base64.getDecoder().decode((String) walk.page().evaluate("""
                async (address) => {
                  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
                  return btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(''));
                }""", page + "/view"));
        assertThat(new String(shown, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", InventedFiles.CAMERA, "her hand");
        walk.choose("reason", "give-to-the-person");
        walk.pressButton("button[name=part][value=original]");
        walk.look("document-given");
        var download = walk.page()
                .waitForDownload(
                        () -> walk.page().locator("a[href$='/original']").click());
        assertThat(download.suggestedFilename()).matches("[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9a-f]{6}\\.jpg");
    }

    private void withdraws(String list) {
        String page = walk.path();
        walk.open("main details summary");
        walk.look("document-withdrawal");
        walk.choose("why", "not-needed");
        walk.press(page + "/withdrawal");
        assertThat(walk.path()).isEqualTo(list);
        assertThat(walk.text()).doesNotContain("إصابة في اليد");
    }

    private void choose(String name, byte[] content) {
        walk.page().setInputFiles("input[type=file]", new FilePayload(name, "application/octet-stream", content));
    }

    private String freshCode() {
        clock.advance(Duration.ofSeconds(31));
        return accounts.codeNow(clock.instant());
    }
}
