package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Draws what may follow what, from the very tables that refuse the rest. */
class StatesTest {

    private static final String TABLE = "TRANSITIONS";

    @Test
    void theStatesOfEachThingAreDrawnInTheDocumentation() throws Exception {
        var drawings = drawings(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("masar"));
        assertThat(drawings)
                .containsKeys(
                        "access-account.md",
                        "casefile-case-record.md",
                        "identification-victim-status.md",
                        "intake-report.md",
                        "referral-referral.md",
                        "screening-interview.md");
        Generated.matches(Path.of("docs/states"), drawings);
    }

    /** File name and drawing of each table of states among these classes. */
    static Map<String, String> drawings(JavaClasses classes) throws ReflectiveOperationException {
        var drawings = new TreeMap<String, String>();
        for (JavaClass owner : classes) {
            if (owner.tryGetField(TABLE).isPresent()) {
                drawings.put(fileName(owner), drawing(owner));
            }
        }
        return drawings;
    }

    private static String fileName(JavaClass owner) {
        String module = owner.getPackageName().split("\\.")[1];
        String name = owner.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return (module + "-" + name).toLowerCase(Locale.ROOT) + ".md";
    }

    private static String drawing(JavaClass owner) throws ReflectiveOperationException {
        var table = table(owner);
        var lines = new java.util.ArrayList<String>();
        lines.add("# What may follow what: " + owner.getSimpleName());
        lines.add("");
        lines.add(
                "Drawn by `StatesTest` from the table in `" + owner.getName() + "`; whatever is not drawn is refused.");
        lines.add("");
        lines.add("```mermaid");
        lines.add("stateDiagram-v2");
        table.keySet().forEach(state -> lines.add("    state \"" + state + "\" as " + id(state)));
        beginnings(table).forEach(state -> lines.add("    [*] --> " + id(state)));
        table.forEach((state, next) -> next.forEach(each -> lines.add("    " + id(state) + " --> " + id(each))));
        table.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .forEach(each -> lines.add("    " + id(each.getKey()) + " --> [*]"));
        lines.add("```");
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, Set<String>> table(JavaClass owner) throws ReflectiveOperationException {
        var field = Class.forName(owner.getName()).getDeclaredField(TABLE);
        field.setAccessible(true);
        var table = new TreeMap<String, Set<String>>();
        ((Map<?, ?>) field.get(null)).forEach((state, next) -> {
            var words = table.computeIfAbsent(word(state), each -> new TreeSet<>());
            ((Set<?>) next).forEach(each -> words.add(word(each)));
        });
        List.copyOf(table.values()).forEach(next -> next.forEach(each -> table.putIfAbsent(each, Set.of())));
        return table;
    }

    private static List<String> beginnings(Map<String, Set<String>> table) {
        return table.keySet().stream()
                .filter(state -> table.values().stream().noneMatch(next -> next.contains(state)))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String word(Object state) {
        return state.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String id(String state) {
        return state.replace('-', '_');
    }
}
