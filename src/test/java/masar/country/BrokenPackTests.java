package masar.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import masar.country.internal.CountryReading;
import masar.country.internal.PackProblemAnalyzer;
import masar.country.internal.PackSource;
import masar.procedure.internal.DecisionLibrary;
import masar.procedure.internal.EditionLibrary;
import masar.screening.internal.CatalogueLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

class BrokenPackTests {

    @TempDir
    Path directory;

    static Stream<Arguments> breakages() {
        return Stream.of(
                arguments("holidays.csv", "2025-01-06,", ",", 3, "column 'date' is empty"),
                arguments("holidays.csv", "2025-01-06,", "6 January,", 3, "expected a date"),
                arguments("holidays.csv", "date,", "day,", 1, "column 'date' is missing"),
                arguments("holidays.csv", "Noël arménien,", "", 3, "expected 6 columns, found 5"),
                arguments("holidays.csv", "Armenian Christmas", "", 3, "column 'name_en' is empty"),
                arguments("clocks.yaml", "    unit: hours", "    unit: fortnights", 7, "expected hours"),
                arguments("clocks.yaml", "    amount: 1", "    amount: 0", 6, "must be at least 1"),
                arguments("clocks.yaml", "    amount: 1", "    amonut: 1", 6, "unknown field 'amonut'"),
                arguments("clocks.yaml", "  - key: triage-high", "  - key: triage-immediate", 11, "twice"),
                arguments("clocks.yaml", "clocks:\n", "clocks: [\n", 5, "not valid YAML"),
                arguments("clocks.yaml", "amount: 1", "amount: !!java.io.File [x]", 6, "tag is not allowed"),
                arguments("clocks.yaml", "amount: 1", "amount: !own 1", 6, "tags such as !own are not allowed"),
                arguments("country.yaml", "time-zone: Asia/Beirut", "time-zone: Asia/Beyrouth", 12, "time zone"),
                arguments("country.yaml", "code: lb", "code: jo", 2, "the folder's name"),
                arguments("country.yaml", "code: lb", "code: lb\ncode: lb", 3, "twice"),
                arguments("country.yaml", "fr: Liban,", "", 3, "field 'fr' is missing"),
                arguments("country.yaml", "opens: \"08:00\"", "opens: \"18:00\"", 17, "close after they open"),
                arguments("places.csv", "LB21,LB21,,district,LB8", "LB21,LB21,,district,LB99", 12, "parent 'LB99'"),
                arguments("places.csv", "LB21,LB21,,district,LB8", "LB21,LB21,,district,", 12, "'parent' is empty"),
                arguments("wordlists/gender.csv", "Masculine,", "Feminine,", 3, "twice"),
                arguments("wordlists/gender.csv", "true", "yes", 2, "expected true or false"),
                arguments("law/purposes.csv", "586(1),", ",", 2, "column 'article' is empty"));
    }

    @ParameterizedTest(name = "{0}, line {3}: {4}")
    @MethodSource("breakages")
    void namesFileLineAndReason(String file, String before, String after, int line, String reason) {
        PackFolder broken = LebanonPack.with(directory, file, before, after);
        assertThatThrownBy(() -> CountryReading.read(broken)).isInstanceOfSatisfying(PackProblem.class, problem -> {
            assertThat(problem.file()).isEqualTo(LebanonPack.label(file));
            assertThat(problem.line()).as(problem.getMessage()).isEqualTo(line);
            assertThat(problem.reason()).contains(reason);
            assertThat(problem).hasMessage(LebanonPack.label(file) + ", line " + line + ": " + problem.reason());
        });
    }

    @Test
    void namesTheFileThatIsMissing() throws IOException {
        LebanonPack.copy(directory);
        Files.delete(directory.resolve("lb/places.csv"));
        PackFolder broken = PackSource.inDirectory(directory, "lb");
        assertThatThrownBy(() -> CountryReading.read(broken)).hasMessage("lb/places.csv: the file is missing");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        LebanonPack.copy(directory);
        Files.write(directory.resolve("lb/country.yaml"), new byte[] {(byte) 0xE9, 'a'});
        PackFolder broken = PackSource.inDirectory(directory, "lb");
        assertThatThrownBy(() -> CountryReading.read(broken)).hasMessageContaining("not UTF-8");
    }

    @Test
    void refusesAFileOfFiveMegabytesAndDoesNotFollowLinksOutOfThePack() throws IOException {
        LebanonPack.copy(directory);
        Path outside = Files.writeString(directory.resolve("secret"), "not for the pack");
        Files.createSymbolicLink(directory.resolve("lb/link.txt"), outside);
        assertThat(PackSource.inDirectory(directory, "lb").has("link.txt")).isFalse();
        Files.write(directory.resolve("lb/large.csv"), new byte[5_000_001]);
        assertThatThrownBy(() -> PackSource.inDirectory(directory, "lb")).hasMessageContaining("lb/large.csv");
    }

    @Test
    void saysThatThereIsNoPackForACountry() {
        assertThatThrownBy(() -> PackSource.inJar("zz")).hasMessage("zz: there is no pack for this country");
    }

    @Test
    void aBrokenPackStopsTheStartWithOneClearMessage() {
        LebanonPack.with(directory, "holidays.csv", "2025-01-06,", ",");
        assertThatThrownBy(() -> start(directory))
                .satisfies(failure -> assertThat(new PackProblemAnalyzer().analyze(failure))
                        .isNotNull()
                        .satisfies(analysis -> assertThat(analysis.getDescription())
                                .contains("countries/lb/holidays.csv", "line    3", "column 'date' is empty"))
                        .satisfies(analysis -> assertThat(analysis.getAction()).contains("Correct this line")));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theOperatorReadsFileLineReasonAndCureInsteadOfAStackTrace(CapturedOutput output) {
        LebanonPack.with(directory, "clocks.yaml", "    amount: 1", "    amount: 0");
        SpringApplication start = new SpringApplication(OnlyTheCountry.class);
        start.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> start.run("--masar.countries.directory=" + directory))
                .isInstanceOf(Exception.class);
        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "countries/shared/clocks.yaml",
                        "line    6",
                        "must be at least 1")
                .contains("Correct this line and start again");
    }

    @ComponentScan("masar.country")
    static class OnlyTheCountry {}

    @Test
    void aWholePackStartsAndEveryModuleLoadsItsPart() {
        LebanonPack.copy(directory);
        try (AnnotationConfigApplicationContext context = start(directory)) {
            assertThat(context.getBean(Countries.class).current().code()).isEqualTo("lb");
            assertThat(context.getBeansOfType(PackPart.class)).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private static AnnotationConfigApplicationContext start(Path countries) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", java.util.Map.of("masar.countries.directory", countries.toString())));
        context.scan("masar.country");
        context.registerBean(
                EditionLibrary.class,
                () -> new EditionLibrary(() -> context.getBean(Countries.class).current()));
        context.registerBean(DecisionLibrary.class, DecisionLibrary::new);
        context.registerBean(CatalogueLibrary.class, CatalogueLibrary::new);
        context.refresh();
        return context;
    }
}
