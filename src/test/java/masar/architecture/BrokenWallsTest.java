package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import broken.pages.UnguardedPages;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import masar.people.Visitor.Answer;
import masar.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every wall of the architecture, run into once: a test that watches a wall must object when the wall is broken. */
class BrokenWallsTest {

    private static final ApplicationModules HOUSE = ApplicationModules.of("broken.house", location -> true);
    private static final JavaClasses CODE = new ClassFileImporter().importPackages("broken");

    @TempDir
    Path directory;

    @Test
    void aModuleThatUsesWhatItHasNotDeclaredOrWhatIsHiddenIsReported() {
        assertThat(Floors.undeclaredUses(HOUSE))
                .anySatisfy(use -> assertThat(use).contains("'cellar'", "'attic'", "broken.house.attic.Window"))
                .anySatisfy(use -> assertThat(use).contains("'stairs'", "non-exposed", "attic.internal.Diary"));
    }

    @Test
    void aModuleThatUsesWhatLiesAboveItOrStandsNowhereIsReported() {
        assertThat(Floors.violations(HOUSE, List.of(List.of("attic"), List.of("cellar", "stairs"))))
                .isEmpty();
        assertThat(Floors.violations(HOUSE, List.of(List.of("cellar"), List.of("attic", "stairs"))))
                .containsExactly("cellar uses attic");
        assertThat(Floors.violations(HOUSE, List.of(List.of("cellar", "stairs"))))
                .containsExactly("attic stands on no floor");
    }

    @Test
    void twoModulesThatMustNotSeeEachOtherAreReportedInEitherOrder() {
        assertThat(Floors.between(HOUSE, "attic", "cellar")).containsExactly("cellar uses attic");
        assertThat(Floors.between(HOUSE, "cellar", "attic")).containsExactly("cellar uses attic");
    }

    @Test
    void everyWayOfTakingTheTimeIsReportedAndAskingForItIsNot() {
        assertThat(CodeRules.breaches(CodeRules.TIME_IS_ASKED_FOR, CODE))
                .hasSize(5)
                .anySatisfy(breach -> assertThat(breach).contains("Sundial.moment()"))
                .anySatisfy(breach -> assertThat(breach).contains("Sundial.referredTo()"))
                .anySatisfy(breach -> assertThat(breach).contains("Sundial.dayInAZone()"))
                .anySatisfy(breach -> assertThat(breach).contains("Sundial.ofOldDays()", "java.util.Date"))
                .anySatisfy(breach -> assertThat(breach).contains("Sundial.ofOldDays()", "currentTimeMillis"));
        assertThat(CodeRules.breaches(CodeRules.ONE_PLACE_MAKES_THE_CLOCK, CODE))
                .singleElement()
                .asString()
                .contains("Sundial.ownClock()");
    }

    @Test
    void aViewerThatSomebodyMadeForThemselvesIsReported() {
        assertThat(CodeRules.breaches(CodeRules.ONLY_ACCESS_MAKES_A_VIEWER, CODE))
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach).contains("SelfMadeViewer"));
    }

    @Test
    void aNameThatSaysNothingAndATransactionInATransactionAreReported() {
        assertThat(CodeRules.breaches(CodeRules.NAMES_SAY_THE_DOMAIN_WORD, CODE))
                .singleElement()
                .asString()
                .contains("CaseManagerImpl");
        assertThat(CodeRules.secondConnections(CODE))
                .containsExactlyInAnyOrder("broken.style.CaseManagerImpl", "broken.style.CaseManagerImpl.open()");
    }

    @Test
    void aFileThatIsTooLongAndAWordTooManyAreReported() throws IOException {
        Files.writeString(directory.resolve("A.java"), "line\n".repeat(250));
        Files.writeString(directory.resolve("B.java"), "line\n".repeat(251));
        Files.writeString(directory.resolve("package-info.java"), "");
        assertThat(CodeRules.longerThan(directory, ".java", 250)).containsExactly(directory.resolve("B.java") + " 251");
        assertThat(CodeRules.tooMany(directory, 2)).isEmpty();
        assertThat(CodeRules.tooMany(directory, 1)).hasSize(1);
    }

    @Test
    void aHandlerWithoutADoorIsReportedInTheCodeAndAtItsAddress() {
        assertThat(CodeRules.breaches(CodeRules.EVERY_HANDLER_NAMES_ITS_DOOR, CODE))
                .hasSize(3)
                .anySatisfy(breach -> assertThat(breach).contains("UnguardedPages.page()"))
                .anySatisfy(breach -> assertThat(breach).contains("UnguardedPages.act()"))
                .anySatisfy(breach -> assertThat(breach).contains("UnguardedPages.whatever()"));
        assertThat(Entrance.withoutDoor(entrances()))
                .extracting(each -> each.replaceAll(" broken.*", ""))
                .containsExactlyInAnyOrder(
                        "GET /unguarded", "POST /unguarded", "DELETE /unguarded", "ANY /unguarded/whatever");
    }

    @Test
    void anAddressThatOpensToStrangersUnnamedOrHasNoRowIsReported() {
        assertThat(Entrance.openOtherwiseThan(Set.of("GET /sign-in"), entrances()))
                .containsExactly("GET /open-to-the-street", "GET /sign-in");
        assertThat(Entrance.withoutRow(entrances(), List.of("/unguarded"))).containsExactly("/cases/{id}/secrets");
        assertThat(Entrance.withoutRow(entrances(), List.of("/unguarded", "/cases/SELAM/secrets")))
                .isEmpty();
    }

    @Test
    void aDoorThatDoesNotDoWhatItSaysIsReported() {
        var guarded = entrances().stream()
                .filter(each -> each.pattern().endsWith("/secrets"))
                .findFirst()
                .orElseThrow();
        String nothing = "404 Nothing here";
        assertThat(guarded.keepsItsPromise(Role.AUDITOR, answer(404, "Nothing here"), "/x", nothing))
                .isTrue();
        assertThat(guarded.keepsItsPromise(Role.AUDITOR, answer(404, "Not for you"), "/x", nothing))
                .isFalse();
        assertThat(guarded.keepsItsPromise(Role.AUDITOR, answer(200, "The secrets"), "/x", nothing))
                .isFalse();
        assertThat(guarded.keepsItsPromise(Role.AUDITOR, answer(403, "Nothing here"), "/x", nothing))
                .isFalse();
        assertThat(guarded.keepsItsPromise(Role.SUPERVISOR, answer(500, "An accident"), "/x", nothing))
                .isFalse();
        assertThat(Entrance.sendsAway(answer(200, "The secrets"))).isFalse();
        assertThat(Entrance.sendsAway(answer(303, "The secrets"))).isFalse();
    }

    @Test
    void aTextThatIsMissingOrOrphanedOrEmptyOrSaidTwiceIsReported() throws IOException {
        var twice = new ArrayList<String>();
        var arabic = TextRules.texts(List.of("a.one = واحد {0}\na.two = اثنان", "a.two = اثنان"), twice);
        assertThat(twice).containsExactly("said twice: a.two");
        assertThat(TextRules.differences(arabic, Map.of("a.one", "one {0}", "a.two", "two")))
                .isEmpty();
        assertThat(TextRules.differences(arabic, Map.of("a.one", "one {1}", "a.two", " ", "a.three", "three")))
                .containsExactly(
                        "other placeholders in a.one", "only one language says a.three", "nothing is said by a.two");
        assertThat(TextRules.differences(arabic, Map.of("a.one", "one {0}")))
                .containsExactly("only one language says a.two");
        var named = TextRules.named("Refused.because(\"a.refused.late\"); text(\"a.one\")");
        assertThat(TextRules.orphans(arabic.keySet(), named)).containsExactly("a.two");
        assertThat(TextRules.missing(arabic.keySet(), named)).containsExactly("a.refused.late");
    }

    @Test
    void aTextInTheWrongScriptIsReported() {
        assertThat(TextRules.inArabic(Map.of("a", "hello", "b", "مرحبا"), true)).containsExactly("b");
        assertThat(TextRules.inArabic(Map.of("a", "hello", "b", "مرحبا"), false))
                .containsExactly("a");
    }

    @Test
    void aPageWithASideAWordOrAStyleOfItsOwnIsReported() {
        assertThat(TextRules.faultsOfTemplate("<p class=\"ms-2 text-start\">${text}</p>"))
                .isEmpty();
        for (String wrong : List.of(
                "<p class=\"ml-2\">${text}</p>",
                "<p class=\"text-left\">${text}</p>",
                "<p class=\"float-end\">${text}</p>",
                "<p dir=\"rtl\">${text}</p>",
                "<html lang=\"ar\" dir=\"ltr\">",
                "<html lang=\"${language}\">",
                "<p>Welcome</p>",
                "<p>مرحبا</p>",
                "<img alt=\"A picture\">",
                "<p style=\"color: red\">${text}</p>",
                "<p onmouseover=\"go()\">${text}</p>",
                "<script>go()</script>",
                "<p>$unsafe{text}</p>")) {
            assertThat(TextRules.faultsOfTemplate(wrong)).as(wrong).isNotEmpty();
        }
        assertThat(TextRules.sides("a { margin-inline-start: 1rem; text-align: start }"))
                .isEmpty();
        assertThat(TextRules.sides("a { margin-left: 1rem; text-align: right }"))
                .containsExactly("left", "right");
    }

    @Test
    void aDrawingThatIsMissingOrOutOfDateIsReported() throws Exception {
        var drawings = StatesTest.drawings(CODE);
        assertThat(drawings).containsOnlyKeys("states-lamp.md");
        assertThat(drawings.get("states-lamp.md")).contains("switched_on --> off");
        assertThat(Generated.outOfDate(directory, drawings)).containsExactly("states-lamp.md is missing");
        Path drawn = directory.resolve("states-lamp.md");
        Files.writeString(drawn, drawings.get("states-lamp.md"));
        assertThat(Generated.outOfDate(directory, drawings)).isEmpty();
        Files.writeString(drawn, drawings.get("states-lamp.md").replace("    switched_on --> off\n", ""));
        assertThat(Generated.outOfDate(directory, drawings))
                .singleElement()
                .asString()
                .startsWith("states-lamp.md");
    }

    private static List<Entrance> entrances() {
        try (var context = new StaticWebApplicationContext()) {
            context.registerSingleton("pages", UnguardedPages.class);
            context.refresh();
            var mappings = new RequestMappingHandlerMapping();
            mappings.setApplicationContext(context);
            mappings.afterPropertiesSet();
            return Entrance.all(mappings, "broken");
        }
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, body, HttpHeaders.of(Map.of("Location", List.of("/sign-in")), (name, value) -> true));
    }
}
