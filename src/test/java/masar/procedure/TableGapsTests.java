package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import masar.country.LebanonPack;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.country.internal.PackSource;
import masar.procedure.internal.DecisionLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question a table can be asked has an answer, only one where only one is allowed, and every rule answers once. */
class TableGapsTests {

    @TempDir
    Path directory;

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments(
                        "child",
                        "<text>\"unknown\"</text></inputEntry>",
                        "<text>\"child\"</text></inputEntry>",
                        "overlap: rules 'child-child' and 'child-unknown' both answer ageStatus = \"child\""),
                arguments(
                        "child",
                        "<text>\"adult\"</text></inputEntry>",
                        "<text>\"unknown\"</text></inputEntry>",
                        "gap: no rule answers ageStatus = \"adult\""),
                arguments(
                        "child",
                        "<text>\"child\",\"adult\",\"unknown\"</text>",
                        "<text>\"child\",\"adult\",\"unknown\",\"disputed\"</text>",
                        "gap: no rule answers ageStatus = \"disputed\""),
                arguments(
                        "child",
                        "<text>\"child\",\"adult\",\"unknown\"</text>",
                        "<text>\"child\",\"adult\"</text>",
                        "\"unknown\", which is none of its values"),
                arguments("child", "inputValues", "description", "must list its values (inputValues)"),
                arguments(
                        "list",
                        "<inputEntry id=\"list-child-unknown-i2\"><text>\"unknown\"</text>",
                        "<inputEntry id=\"list-child-unknown-i2\"><text>\"labour\"</text>",
                        "both answer ageAtExploitation = \"child\", suspectedForm = \"labour\""),
                arguments(
                        "urgency",
                        "<inputEntry id=\"urgency-danger-now-i1\"><text>true</text>",
                        "<inputEntry id=\"urgency-danger-now-i1\"><text>-</text>",
                        "rule 'urgency-medical-emergency' never answers: earlier rules"),
                arguments(
                        "urgency",
                        "<inputEntry id=\"urgency-ordinary-i3\"><text>-</text>",
                        "<inputEntry id=\"urgency-ordinary-i3\"><text>true</text>",
                        "gap: no rule answers dangerNow = false, medicalNeed = \"none\", detained = false"),
                arguments(
                        "urgency",
                        "<text>(3..14]</text>",
                        "<text>? &gt; 3</text>",
                        "write values, comparisons, ranges"),
                arguments(
                        "dimension",
                        "<inputEntry id=\"dimension-strong-and-weak-i3\"><text>&gt;= 1</text>",
                        "<inputEntry id=\"dimension-strong-and-weak-i3\"><text>[3..2]</text>",
                        "rule 'dimension-strong-and-weak' never answers"),
                arguments("dimension", "typeRef=\"number\"", "typeRef=\"date\"", "has type 'date'"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("incomplete")
    void aTableWithAGapAnOverlapOrASilentRuleIsRefused(String table, String before, String after, String reason) {
        String file = "decisions/" + table + ".dmn";
        LebanonPack.copy(directory);
        LebanonPack.replace(directory, "shared/" + file, before, after);
        if (before.equals("inputValues")) {
            LebanonPack.replace(directory, "shared/" + file, "</inputValues>", "</description>");
        }
        PackFolder broken = LebanonPack.in(directory);
        var decisions = new DecisionLibrary();
        assertThatThrownBy(() -> decisions.load(broken)).isInstanceOfSatisfying(PackProblem.class, problem -> {
            assertThat(problem.file()).isEqualTo("shared/" + file);
            assertThat(problem.line()).isPositive();
            assertThat(problem.reason()).contains(reason);
        });
        assertThat(decisions.tables("lb-2025-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb", "jo", "iq", "eg", "sa"})
    void everyTableOfEveryCountryAnswersEveryQuestion(String country) {
        var folder = PackSource.inDirectory(Path.of("countries"), country);
        var decisions = new DecisionLibrary();
        decisions.load(folder);
        String edition = folder.folders("procedure").getFirst();
        assertThat(decisions.tables(edition))
                .extracting(TableCard::key)
                .containsExactly("child", "conclusion", "dimension", "follow-up", "list", "urgency");
    }

    @Test
    void rulesOfAnAnyTableMayOverlapWhenTheySayTheSame() {
        LebanonPack.copy(directory);
        LebanonPack.replace(directory, "shared/decisions/child.dmn", "UNIQUE", "ANY");
        LebanonPack.replace(
                directory,
                "shared/decisions/child.dmn",
                "<text>\"unknown\"</text></inputEntry>",
                "<text>not(\"adult\")</text></inputEntry>");
        var decisions = new DecisionLibrary();
        decisions.load(LebanonPack.in(directory));
        LebanonPack.replace(
                directory,
                "shared/decisions/child.dmn",
                "<outputEntry id=\"child-child-o1\"><text>true</text>",
                "<outputEntry id=\"child-child-o1\"><text>false</text>");
        assertThatThrownBy(() -> decisions.load(LebanonPack.in(directory)))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("overlap");
    }
}
