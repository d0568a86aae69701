package masar.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import masar.Application;
import masar.launch.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code masar country check} and {@code masar country new}, as an operator types them. */
class CountryVerbsTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"lb", "jo", "iq", "eg", "sa"})
    void eachOfTheFivePacksIsSoundAndTellsHowMuchIsToBeVerified(String country) {
        assertThat(masar("country", "check", "countries/" + country))
                .startsWith("0 Sound: ")
                .contains("Masar starts with it", "To be verified: ", "procedure/" + country + "-");
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                arguments(
                        "jo/holidays.csv",
                        "2026-05-25,",
                        "25 May,",
                        "line 7",
                        "expected a date",
                        "Write a date such as"),
                arguments(
                        "jo/places.csv", "إربد,", ",", "line 3", "column 'name_ar' is empty", "Fill in column name_ar"),
                arguments(
                        "jo/law/articles.csv",
                        "2021,",
                        "2021,2021,",
                        "line",
                        "columns, found",
                        "between double quotes"),
                arguments(
                        "jo/country.yaml",
                        "Asia/Amman",
                        "Asia/Petra",
                        "line",
                        "a time zone",
                        "such as Asia/Beirut here"),
                arguments("jo/country.yaml", "opens:", "open:", "line", "unknown field 'open'", "Correct the spelling"),
                arguments(
                        "jo/organisations.yaml",
                        "kind: police",
                        "kind: army",
                        "line",
                        "a kind of",
                        "such as police here"),
                arguments(
                        "jo/organisations.yaml",
                        "role: prosecution",
                        "role: king",
                        "line",
                        "directory-role",
                        "Use a code"),
                arguments(
                        "jo/services.yaml",
                        "organisation: jwu",
                        "organisation: jw",
                        "line",
                        "no organisation 'jw'",
                        "jw"),
                arguments(
                        "shared/procedure/way.bpmn",
                        "targetRef=\"presumption-decision\"",
                        "targetRef=\"presumption\"",
                        "line",
                        "'presumption', which is not in the diagram",
                        "or draw presumption"),
                arguments(
                        "shared/procedure/way.bpmn",
                        "targetRef=\"presumption-decision\"",
                        "targetRef=\"follow-up\"",
                        "line",
                        "cannot be reached",
                        "Draw an arrow to this step"),
                arguments(
                        "shared/procedure/way.bpmn",
                        "${outcome == 'screen'}",
                        "${outcome.length() > 1}",
                        "line",
                        "must be ${outcome == '…'}",
                        "an arrow asks for one outcome only"),
                arguments(
                        "shared/decisions/child.dmn",
                        "</definitions>",
                        "",
                        "line",
                        "not valid XML",
                        "BPMN or DMN modeller"),
                arguments("shared/retention.yaml", "period: P6M", "period: P0D", "line", "longer than", "check again"),
                arguments("shared/watch.yaml", "cases: 15", "cases: 1", "line", "at least 2", "that is 2 or more"),
                arguments("shared/wordlists/urgency.csv", "low,", "lowest,", "line", "urgency 'low'", "low"));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("breakages")
    void whatIsWrongIsToldByFileLineReasonAndWhatToDo(
            String file, String before, String after, String line, String reason, String cure) {
        LebanonPack.copy(directory);
        LebanonPack.replace(directory, file, before, after);
        assertThat(masar("country", "check", directory.resolve("jo").toString()))
                .startsWith("1 ")
                .contains(file.startsWith("shared/wordlists") ? "edition.yaml" : file, line, reason)
                .contains("What to do: ", cure)
                .contains("Not sound: ")
                .doesNotContain("\tat ");
    }

    @Test
    void aFactThatCallsItselfVerifiedWithoutASourceIsNamed() {
        LebanonPack.copy(directory);
        LebanonPack.replace(directory, "eg/country.yaml", "  verified: false", "  verified: true");
        LebanonPack.replace(directory, "eg/places.csv", "Cairo,false,", "Cairo,true,");
        assertThat(masar("country", "check", directory.resolve("eg").toString()))
                .contains("eg/country.yaml, line 18", "eg/places.csv, line 2", "says that none was read")
                .contains("name in source the law, page or paper that was read", "Not sound: 2 problems");
    }

    @Test
    void severalPartsThatAreWrongAreToldAtOnce() {
        LebanonPack.copy(directory);
        LebanonPack.replace(directory, "sa/services.yaml", "category: shelter", "category: palace");
        LebanonPack.replace(directory, "sa/procedure/sa-2020-1/edition.yaml", "role: supervisor", "role: king");
        LebanonPack.replace(directory, "shared/watch.yaml", "minutes: 60", "minutes: 0");
        assertThat(masar("country", "check", directory.resolve("sa").toString()))
                .contains("Not sound: 3 problems");
    }

    @Test
    void aFolderThatIsNoCountryAndAMissingArgumentAreExplained() {
        assertThat(masar("country", "check", directory.toString()))
                .startsWith("1 ")
                .contains("there is no pack");
        assertThat(masar("country", "check")).startsWith("2 Usage: masar country check DIR");
        assertThat(masar("country", "new", "kw")).startsWith("2 Usage: masar country new XX DIR");
    }

    @Test
    void aNewCountryPassesTheCheckAndEveryFactInItIsToBeVerified() throws IOException {
        String said = masar("country", "new", "KW", directory.toString());
        assertThat(said).startsWith("0 Written: ").contains("Sound: Kuwait", "--country kw --countries");
        var facts = java.util.regex.Pattern.compile("To be verified: (\\d+) of (\\d+) facts")
                .matcher(said);
        assertThat(facts.find()).isTrue();
        assertThat(facts.group(1)).isEqualTo(facts.group(2));
        try (var files = Files.walk(directory.resolve("kw"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content(StandardCharsets.UTF_8).doesNotContain("{{");
            }
        }
        assertThat(masar("country", "check", directory.resolve("kw").toString()))
                .startsWith("0 Sound: Kuwait");
    }

    @Test
    void whatIsThereAlreadyIsNotOverwrittenAndWhatIsNoCountryIsRefused() {
        assertThat(masar("country", "new", "ma", directory.toString())).startsWith("0 ");
        assertThat(masar("country", "new", "ma", directory.toString()))
                .startsWith("1 ")
                .contains("left as it is");
        assertThat(masar("country", "new", "zz", directory.toString()))
                .startsWith("1 ")
                .contains("no two-letter code");
        assertThat(directory.resolve("zz")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "JP", "BR", "KM", "TR", "SD", "YE", "CI"})
    void whereverItLiesANewCountryIsSound(String country) {
        assertThat(masar("country", "new", country, directory.toString())).startsWith("0 ");
    }

    private static String masar(String... words) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = new Launcher(Application.class).run(words, out, out);
        return code + " " + said.toString(StandardCharsets.UTF_8).strip();
    }
}
