package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import masar.Application;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.CanvasOptions;
import org.springframework.modulith.docs.Documenter.Options;

/** The modules keep to their floors: each uses only what lies below, or to its right on the same floor. */
class ModulesTest {

    /** As drawn in the architecture; on a floor, the left may be used by the right. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("shared", "audit", "launch", "sealing", "shell"),
            List.of("country", "forms", "directory", "access", "matching", "worklist", "procedure", "board"),
            List.of("casefile", "conflict", "documents", "oversight", "retention"),
            List.of("intake", "referral", "screening", "decline", "identification", "detention"),
            List.of("assistance", "justice"),
            List.of("statistics"),
            List.of("exchange", "programme"));

    private static final ApplicationModules MODULES = ApplicationModules.of(
            Application.class, com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);

    @Test
    void everyModuleUsesOnlyTheFacesItDeclares() {
        MODULES.verify();
        assertThat(Floors.undeclaredUses(MODULES)).isEmpty();
    }

    @Test
    void everyModuleStandsOnAFloorAndUsesOnlyWhatLiesBelow() {
        assertThat(Floors.violations(MODULES, FLOORS)).isEmpty();
    }

    @Test
    void assistanceAndJusticeCannotSeeEachOther() {
        assertThat(Floors.between(MODULES, "assistance", "justice")).isEmpty();
    }

    @Test
    void theCanvasOfEachModuleIsUpToDateInTheDocumentation() throws Exception {
        Path made = Path.of("target/canvases");
        new Documenter(MODULES, Options.defaults().withOutputFolder(made.toString()))
                .writeModuleCanvases(CanvasOptions.defaults());
        Map<String, String> canvases = new TreeMap<>();
        try (var files = Files.list(made)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".adoc")).toList()) {
                canvases.put(file.getFileName().toString(), inOrder(Files.readString(file)));
            }
        }
        assertThat(canvases).isNotEmpty();
        Generated.matches(Path.of("docs/modules"), canvases);
    }

    /** What a module listens to is found in the order in which the files of its classes happen to lie. */
    private static String inOrder(String canvas) {
        String heard = "|Events listened to\n|";
        int from = canvas.indexOf(heard);
        if (from < 0) {
            return canvas;
        }
        int begin = from + heard.length();
        int end = canvas.indexOf("|===", begin);
        String sorted = canvas.substring(begin, end).lines().sorted().collect(Collectors.joining("\n", "", "\n"));
        return canvas.substring(0, begin) + sorted + canvas.substring(end);
    }
}
