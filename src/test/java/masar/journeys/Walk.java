package masar.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import masar.people.Persona;
import masar.shared.Language;

/**
 * One person after another at a browser, in one language. Each page is looked at for what a machine can see: language
 * and direction, axe without serious findings, no missing text, no sideways scrolling on a phone.
 */
final class Walk implements AutoCloseable {

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;

    private final Chromium chromium;
    private final String base;
    private final Language language;
    private final SignsIn signsIn;
    private final Set<String> looked = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private int picture;

    /** How a person signs in; the clock moves on, because a code works once. */
    interface SignsIn {
        String code();
    }

    Walk(Chromium chromium, String base, Language language, SignsIn signsIn) {
        this.chromium = chromium;
        this.base = base;
        this.language = language;
        this.signsIn = signsIn;
    }

    /** A new browser in which this person signs in with password and code. */
    Walk as(Persona persona) {
        leave();
        context = chromium.browser().newContext(new NewContextOptions().setViewportSize(DESKTOP, 900));
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            boolean refusal = message.text().contains("422") || message.text().contains("404");
            if (message.type().equals("error") && !refusal) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.navigate(base + "/language/" + language.code() + "?back=/sign-in");
        look("sign-in");
        fill("name", persona.key());
        fill("password", Persona.PASSWORD);
        press("/sign-in");
        look("code");
        fill("code", signsIn.code());
        press("/sign-in/code");
        assertThat(path()).isEqualTo("/");
        look("home-" + persona.key());
        return this;
    }

    void go(String address) {
        page.navigate(base + address);
    }

    String path() {
        return page.url().substring(base.length()).replaceAll("\\?.*", "");
    }

    String text() {
        return page.locator("main").innerText();
    }

    void fill(String name, String value) {
        page.locator("[name='" + name + "']").first().fill(value);
    }

    void pick(String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']").check();
    }

    void choose(String name, String value) {
        page.locator("select[name='" + name + "']").selectOption(value);
    }

    void open(String selector) {
        page.locator(selector).first().click();
    }

    /** Sends the form with this action, with the button that has this value when there are several. */
    void press(String action) {
        page.locator("form[action='" + action + "'] button[type=submit]:visible")
                .first()
                .click();
        page.waitForLoadState();
    }

    void pressButton(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
    }

    boolean has(String selector) {
        return page.locator(selector).count() > 0;
    }

    Page page() {
        return page;
    }

    /** Looks at the page once under this name; takes pictures where asked to. */
    void look(String name) {
        if (!looked.add(name)) {
            return;
        }
        page.waitForLoadState();
        assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(language.code());
        assertThat(page.locator("html").getAttribute("dir")).as(name).isEqualTo(language.direction());
        assertThat(page.content()).as("missing text on " + name).doesNotContain("⟦");
        page.setViewportSize(PHONE, 844);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name + " on a phone")
                .isLessThanOrEqualTo(PHONE);
        picture(name, "phone");
        page.setViewportSize(DESKTOP, 900);
        picture(name, "desktop");
        var violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        var findings = new AxeBuilder(page)
                .options(violationsOnly).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> name + ": " + rule.getId() + " " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        complaints.addAll(findings);
    }

    private void picture(String name, String width) {
        String folder = System.getenv("MASAR_PICTURES");
        if (folder != null && !folder.isBlank()) {
            if (width.equals("phone")) {
                picture++;
            }
            String file = "%s-%02d-%s-%s.png".formatted(language.code(), picture, name, width);
            page.screenshot(new ScreenshotOptions()
                    .setPath(Path.of(folder).resolve(file))
                    .setFullPage(true));
        }
    }

    List<String> complaints() {
        return complaints;
    }

    private void leave() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void close() {
        leave();
    }
}
