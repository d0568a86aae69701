package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import masar.country.CountryPack;
import masar.country.LebanonPack;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.procedure.internal.DecisionLibrary;
import masar.procedure.internal.EditionLibrary;
import masar.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EditionTests {

    private static final String FILE = "procedure/lb-2025-1/edition.yaml";
    private static final String TABLE = "decisions/child.dmn";

    @TempDir
    Path directory;

    private final CountryPack lebanon = LebanonPack.pack();
    private final EditionLibrary editions = new EditionLibrary(() -> lebanon);

    @Test
    void theFirstEditionIsProvisionalAndSaysSo() {
        editions.load(LebanonPack.folder());
        Edition first = editions.current(LocalDate.of(2026, 11, 21));
        assertThat(first.id()).isEqualTo("lb-2025-1");
        assertThat(first.provenance().verified()).isFalse();
        assertThat(first.title().ar()).startsWith("الإجراءات العملية الموحّدة");
        assertThat(first.stations())
                .extracting(Station::key)
                .startsWith("report")
                .endsWith("closed")
                .hasSize(8);
    }

    @Test
    void aDayBeforeTheFirstEditionIsGivenTheFirst() {
        editions.load(LebanonPack.folder());
        assertThat(editions.current(LocalDate.of(2011, 8, 24)).id()).isEqualTo("lb-2025-1");
    }

    @Test
    void theLatestEditionValidOnADayIsCurrentAndTheEarlierOneStays() {
        LebanonPack.copy(directory);
        LebanonPack.copyFolder(directory, "lb/procedure/lb-2025-1", "lb/procedure/lb-2027-1");
        LebanonPack.replace(directory, "lb/procedure/lb-2027-1/edition.yaml", "id: lb-2025-1", "id: lb-2027-1");
        LebanonPack.replace(directory, "lb/procedure/lb-2027-1/edition.yaml", "2025-10-29", "2027-01-01");
        editions.load(LebanonPack.in(directory));
        assertThat(editions.current(LocalDate.of(2026, 12, 31)).id()).isEqualTo("lb-2025-1");
        assertThat(editions.current(LocalDate.of(2027, 1, 1)).id()).isEqualTo("lb-2027-1");
        assertThat(editions.edition("lb-2025-1").validFrom()).isEqualTo(LocalDate.of(2025, 10, 29));
    }

    @ParameterizedTest(name = "{0} done, {1}: {2}")
    @CsvSource({
        "triage, screen, screening",
        "triage, unrelated, ''",
        "screening, done, presumption-decision",
        "presumption-decision, presumed, assistance-plan confirmation-decision",
        "presumption-decision, not-presumed, request-closure",
        "answer-referral, declined, assistance-plan",
        "answer-referral, accepted, deliver-service",
        "confirmation-decision, not-confirmed, follow-up",
        "approve-closure, approved, ''",
        "deliver-service, stopped, assistance-plan",
        "follow-up, continue, follow-up",
        "approve-closure, sent-back, request-closure"
    })
    void anOutcomeOpensTheNextSteps(String step, String outcome, String next) {
        editions.load(LebanonPack.folder());
        assertThat(editions.edition("lb-2025-1").after(step, outcome).stream().map(Step::key))
                .containsExactly(next.isEmpty() ? new String[0] : next.split(" "));
    }

    @Test
    void everyStepHasAClockThatRunsForEveryUrgencyAndAStation() {
        editions.load(LebanonPack.folder());
        Edition edition = editions.edition("lb-2025-1");
        for (Step step : edition.steps().values()) {
            assertThat(edition.stationOf(step)).isNotNull();
            lebanon.wordList("urgency")
                    .words()
                    .forEach(urgency -> assertThat(lebanon.clock(step.clock(urgency.code())))
                            .isNotNull());
            step.then()
                    .keySet()
                    .forEach(outcome -> assertThat(edition.outcomes()).containsKey(outcome));
        }
        assertThat(edition.step("approve-closure").role()).isEqualTo(Role.SUPERVISOR);
    }

    @Test
    void anOutcomeAStepDoesNotHaveIsRefused() {
        editions.load(LebanonPack.folder());
        assertThatThrownBy(() -> editions.edition("lb-2025-1").after("screening", "guilty"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> brokenEditions() {
        return Stream.of(
                arguments("clock: presumption-decision", "clock: whenever", "there is no clock 'whenever'"),
                arguments("low: triage-low}", "}", "no clock for urgency 'low'"),
                arguments("low: triage-low}", "lower: triage-low}", "there is no urgency 'lower'"),
                arguments("role: supervisor", "role: boss", "expected a role of Masar"),
                arguments("station: closed", "station: archive", "there is no station 'archive'"),
                arguments("organisation: chosen", "organisation: nobody", "there is no organisation 'nobody'"),
                arguments("- key: legal-options", "- key: legal-choices", "is not drawn in the diagram"),
                arguments("any-time: true", "any-time: often", "expected true or false"),
                arguments("basis:", "then: {}\n    basis:", "unknown field 'then'"),
                arguments("valid-from: 2025-10-29", "valid-from: autumn", "expected a date"),
                arguments("id: lb-2025-1", "id: lb-2025-2", "the folder's name"),
                arguments("en: Triage the report", "", "field 'en' is missing"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("brokenEditions")
    void aBrokenEditionIsRefusedWithFileLineAndReason(String before, String after, String reason) {
        PackFolder broken = LebanonPack.with(directory, FILE, before, after);
        assertProblem(() -> editions.load(broken), LebanonPack.lineOf(FILE, before), reason);
    }

    static Stream<Arguments> brokenTables() {
        String jul = "<inputEntry id=\"child-child-i1\"><text>${child}</text></inputEntry>";
        String entry = "<inputEntry id=\"child-child-i1\"><text>\"child\"</text></inputEntry>";
        return Stream.of(
                arguments(
                        "<definitions",
                        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>\n<definitions",
                        "DTD"),
                arguments(entry, jul, "is JUEL; only FEEL is allowed"),
                arguments(
                        "typeRef=\"string\">",
                        "typeRef=\"string\" expressionLanguage=\"juel\">",
                        "'juel' is not allowed"),
                arguments(
                        "typeRef=\"string\">", "typeRef=\"string\" expressionLanguage=\"javascript\">", "not allowed"),
                arguments(entry, "<inputEntry id=\"x\"><text>&lt;&lt; 3</text></inputEntry>", "is not FEEL"),
                arguments(
                        "<outputEntry id=\"child-child-o1\"><text>true</text>",
                        "<outputEntry id=\"o\"><text>function(a) external {java: {class: \"x\"}}</text>",
                        "functions of one's own"),
                arguments("<text>ageStatus</text>", "<text>now()</text>", "must be one plain name"),
                arguments("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"", "UNIQUE, ANY or FIRST"),
                arguments("<decision id=\"child\"", "<decision id=\"adult\"", "the file's name"),
                arguments("<rule id=\"child-child\">", "<import/><rule id=\"child-child\">", "<import> is not allowed"),
                arguments(
                        "<decision id=\"child\"",
                        "<decision xmlns:o=\"http://operaton.org/schema/1.0/dmn\" o:inputVariable=\"x\" id=\"child\"",
                        "inputVariable is not allowed"),
                arguments("<rule id=\"child-child\">", "<rule>", "an id of its own"),
                arguments("  </decision>", "", "not valid XML"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("brokenTables")
    void aTableThatIsNotPlainFeelIsRefusedWithFileLineAndReason(String before, String after, String reason) {
        PackFolder broken = LebanonPack.with(directory, TABLE, before, after);
        assertThatThrownBy(() -> new DecisionLibrary().load(broken))
                .isInstanceOfSatisfying(PackProblem.class, problem -> {
                    assertThat(problem.file()).isEqualTo(LebanonPack.label(TABLE));
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.reason()).contains(reason);
                });
    }

    @Test
    void aTableSavedByAModellerIsReadDespiteItsLayout() {
        String layout = """
                  <dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/">
                    <dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="child">
                      <dc:Bounds xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" height="80" width="180" x="1" y="1"/>
                    </dmndi:DMNShape></dmndi:DMNDiagram>
                  </dmndi:DMNDI>
                </definitions>""";
        DecisionLibrary decisions = new DecisionLibrary();
        decisions.load(LebanonPack.with(directory, TABLE, "</definitions>", layout));
        assertThat(decisions
                        .decide("lb-2025-1", "child", Map.of("ageStatus", "unknown"))
                        .flag("child"))
                .isTrue();
    }

    private static void assertProblem(Runnable loading, int line, String reason) {
        assertThatThrownBy(loading::run).isInstanceOfSatisfying(PackProblem.class, problem -> {
            assertThat(problem.file()).isEqualTo("lb/" + FILE);
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).as(problem.getMessage()).isEqualTo(line);
        });
    }
}
