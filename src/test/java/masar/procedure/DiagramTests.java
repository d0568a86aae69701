package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import masar.country.CountryPack;
import masar.country.LebanonPack;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.country.internal.CountryReading;
import masar.country.internal.PackSource;
import masar.procedure.internal.EditionLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** A diagram says who does what and what follows; whatever could run, call or hide something is refused. */
class DiagramTests {

    private static final String WAY = "procedure/way.bpmn";
    private static final String EDITION = "procedure/lb-2025-1/edition.yaml";
    private static final String TRIAGE = "<bpmn:userTask id=\"triage\" name=\"Triage the report\">";
    private static final String SCREENING = "<bpmn:userTask id=\"screening\" name=\"Hold the screening interview\">";

    @TempDir
    Path directory;

    private final CountryPack lebanon = LebanonPack.pack();
    private final EditionLibrary editions = new EditionLibrary(() -> lebanon);

    static Stream<Arguments> programs() {
        return Stream.of(
                in(
                        SCREENING,
                        "<bpmn:scriptTask id=\"x\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                        "run a program"),
                in(SCREENING, "<bpmn:serviceTask id=\"x\" name=\"Send\" />", "<serviceTask> 'x' is not allowed"),
                in(SCREENING, "<bpmn:sendTask id=\"x\" />", "run a program"),
                in(SCREENING, "<bpmn:businessRuleTask id=\"x\" />", "run a program"),
                in(SCREENING, "<bpmn:callActivity id=\"x\" calledElement=\"y\" />", "calls no other"),
                in(SCREENING, "<bpmn:subProcess id=\"x\" />", "calls no other"),
                in(SCREENING, "<bpmn:task id=\"x\" />", "draw"),
                in(SCREENING, "<bpmn:receiveTask id=\"x\" />", "is not allowed"),
                in(SCREENING, "<bpmn:boundaryEvent id=\"x\" />", "the times of a step stand in edition.yaml"),
                in(SCREENING, "<bpmn:dataObject id=\"x\" />", "Masar does not know it"),
                in(SCREENING, "<other:thing xmlns:other=\"urn:other\" />", "Masar does not know it"),
                inside(
                        TRIAGE,
                        "<bpmn:extensionElements><operaton:taskListener xmlns:operaton=\"http://operaton.org/schema/1.0/bpmn\""
                                + " class=\"x.Y\" event=\"create\" /></bpmn:extensionElements>",
                        "<extensionElements> is not allowed: it may hold listeners, connectors"),
                inside(
                        TRIAGE,
                        "<bpmn:multiInstanceLoopCharacteristics />",
                        "a step that is done again is opened again by an arrow"),
                inside(TRIAGE, "<bpmn:documentation>${1 + 1}</bpmn:documentation>", "holds an expression"),
                arguments(
                        "id=\"triage\" name",
                        "id=\"triage\" xmlns:o=\"http://operaton.org/schema/1.0/bpmn\" o:assignee=\"x\" name",
                        "may run a program"),
                arguments(
                        "id=\"triage\" name",
                        "id=\"triage\" xmlns:c=\"http://camunda.org/schema/1.0/bpmn\" c:delegateExpression=\"x\" name",
                        "may run a program"),
                arguments(
                        "id=\"triage\" name",
                        "id=\"triage\" implementation=\"x\" name",
                        "'implementation' is not allowed"),
                arguments("name=\"Triage the report\"", "name=\"#{triage}\"", "holds an expression"),
                arguments("${outcome == 'screen'}", "${outcome.length() &gt; 1}", "must be ${outcome == '…'}"),
                arguments("${outcome == 'screen'}", "${outcome == 'screen' or true}", "must be ${outcome == '…'}"),
                arguments("${outcome == 'screen'}", "#{outcome == 'screen'}", "must be ${outcome == '…'}"),
                arguments("${outcome == 'screen'}", "outcome = \"screen\"", "must be ${outcome == '…'}"),
                arguments(
                        "<bpmn:conditionExpression xsi:type",
                        "<bpmn:conditionExpression language=\"javascript\" xsi:type",
                        "'language' is not allowed"),
                arguments(
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>\n<bpmn:definitions",
                        "DTD"),
                arguments("</bpmn:process>", "", "not valid XML"),
                arguments("<bpmn:process id", "<!--" + "x".repeat(500_000) + "--><bpmn:process id", "larger than"),
                arguments(
                        "<bpmn:laneSet",
                        "<bpmn:textAnnotation />".repeat(5_000) + "<bpmn:laneSet",
                        "more than 5000 elements"));
    }

    static Stream<Arguments> wrongWays() {
        return Stream.of(
                arguments("isExecutable=\"true\"", "isExecutable=\"false\"", "must be marked as executable"),
                in(SCREENING, "<bpmn:userTask id=\"alone\" />", "'alone' stands in no lane"),
                arguments("<bpmn:flowNodeRef>screening</bpmn:flowNodeRef>", "", "'screening' stands in no lane"),
                arguments(
                        "<bpmn:flowNodeRef>screening</bpmn:flowNodeRef>",
                        "<bpmn:flowNodeRef>screening</bpmn:flowNodeRef><bpmn:flowNodeRef>triage</bpmn:flowNodeRef>",
                        "stands in two lanes"),
                arguments(
                        "<bpmn:lane id=\"front-line-officer\"",
                        "<bpmn:lane id=\"boss\"",
                        "lane 'boss' is no role of Masar"),
                arguments(
                        "<bpmn:lane id=\"supervisor\" name=\"Supervisor\">",
                        "<bpmn:lane id=\"auditor\">",
                        "stands in lane 'auditor', but edition.yaml gives it to supervisor"),
                arguments(
                        "<bpmn:lane id=\"supervisor\" name=\"Supervisor\">",
                        "<bpmn:lane id=\"supervisor.kafa\">",
                        "stands in the lane of 'kafa'"),
                arguments("id=\"triage\" name", "id=\"Triage_1\" name", "in small letters, digits and dashes"),
                arguments(
                        "targetRef=\"triage\"", "targetRef=\"interview\"", "'interview', which is not in the diagram"),
                arguments("targetRef=\"triage\"", "targetRef=\"after-triage\"", "must lead straight to the first step"),
                arguments(
                        "${outcome == 'screen'}",
                        "${outcome == 'forget'}",
                        "'forget', which is no outcome of edition.yaml"),
                arguments("${outcome == 'screen'}", "${outcome == 'unrelated'}", "leaves it twice"),
                arguments("id=\"after-triage\">", "id=\"after-triage\" default=\"flow-3\">", "has a default arrow"),
                arguments(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'screen'}</bpmn:conditionExpression>",
                        "",
                        "every arrow needs its outcome"),
                arguments(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'done'}</bpmn:conditionExpression>",
                        "",
                        "'screening': the arrow that leaves the step must name its outcome"),
                arguments(
                        "sourceRef=\"confirmation-decision\" targetRef=\"after-confirmation-decision\"",
                        "sourceRef=\"confirmation-decision\" targetRef=\"closed\"",
                        "'confirmation-decision': the arrow that leaves the step must name its outcome"),
                arguments(
                        "<bpmn:startEvent id=\"start\" name=\"Somebody reports\">",
                        "<bpmn:startEvent id=\"second\" /><bpmn:startEvent id=\"start\" name=\"Somebody reports\">",
                        "there are two start events"),
                arguments(
                        "<bpmn:terminateEventDefinition",
                        "<bpmn:timerEventDefinition /><bpmn:terminateEventDefinition",
                        "the times of a step"),
                arguments("<bpmn:participant", "<bpmn:participant id=\"other\" /><bpmn:participant", "in one pool"));
    }

    private static Arguments in(String before, String added, String reason) {
        return arguments(before, added + before, reason);
    }

    private static Arguments inside(String opening, String added, String reason) {
        return arguments(opening, opening + added, reason);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("programs")
    void whatCouldRunOrCallOrHideSomethingIsRefused(String before, String after, String reason) {
        assertRefused(before, after, reason);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("wrongWays")
    void aWayThatCannotBeWalkedIsRefused(String before, String after, String reason) {
        assertRefused(before, after, reason);
    }

    private void assertRefused(String before, String after, String reason) {
        PackFolder broken = LebanonPack.with(directory, WAY, before, after);
        assertThatThrownBy(() -> editions.load(broken)).isInstanceOfSatisfying(PackProblem.class, problem -> {
            assertThat(problem.file()).isEqualTo("shared/" + WAY);
            assertThat(problem.reason()).contains(reason);
        });
        assertThat(editions.all()).as("the part keeps nothing").isEmpty();
    }

    @Test
    void anOutcomeThatNoArrowAsksForIsRefusedInTheEdition() {
        PackFolder broken = LebanonPack.with(
                directory, EDITION, "outcomes:\n", "outcomes:\n  - {key: lost, name: {ar: ض, fr: Perdu, en: Lost}}\n");
        assertThatThrownBy(() -> editions.load(broken))
                .isInstanceOf(PackProblem.class)
                .hasMessage("lb/" + EDITION + ", line " + (LebanonPack.lineOf(EDITION, "outcomes:") + 1)
                        + ": no arrow of the diagram asks for outcome 'lost'");
    }

    @Test
    void aStepThatNothingLeadsToAndOneThatLeadsNowhereAreRefused() {
        assertRefused(
                "sourceRef=\"presumption-decision\" targetRef=\"after-presumption-decision\" />",
                "sourceRef=\"presumption-decision\" targetRef=\"after-presumption-decision\" />"
                        + "<bpmn:sequenceFlow id=\"away\" sourceRef=\"lonely\" targetRef=\"closed\">"
                        + "<bpmn:conditionExpression>${outcome == 'done'}</bpmn:conditionExpression></bpmn:sequenceFlow>"
                        + "<bpmn:userTask id=\"lonely\" /><bpmn:laneSet><bpmn:lane id=\"case-manager\">"
                        + "<bpmn:flowNodeRef>lonely</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>",
                "'lonely': it cannot be reached from the start");
    }

    @Test
    void aStepFromWhichNoEndIsReachedIsRefused() {
        LebanonPack.copy(directory);
        LebanonPack.replace(
                directory,
                "shared/" + WAY,
                "sourceRef=\"after-approve-closure\" targetRef=\"closed\"",
                "sourceRef=\"after-approve-closure\" targetRef=\"follow-up\"");
        assertThatThrownBy(() -> editions.load(LebanonPack.in(directory)))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("'closed': it cannot be reached");
        LebanonPack.replace(directory, "shared/" + WAY, "<bpmn:flowNodeRef>closed</bpmn:flowNodeRef>", "");
        LebanonPack.replace(
                directory,
                "shared/" + WAY,
                "<bpmn:endEvent id=\"closed\" name=\"Closed\">",
                "<bpmn:textAnnotation id=\"note\">");
        LebanonPack.replace(
                directory,
                "shared/" + WAY,
                "<bpmn:terminateEventDefinition id=\"closed-ends-everything\" />\n    </bpmn:endEvent>",
                "</bpmn:textAnnotation>");
        assertThatThrownBy(() -> editions.load(LebanonPack.in(directory)))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("'screening': no way leads from it to an end");
    }

    @Test
    void aCountryWithADiagramOfItsOwnWalksByThatOne() throws java.io.IOException {
        LebanonPack.copy(directory);
        Path own = directory.resolve("lb/procedure/lb-2025-1/way.bpmn");
        java.nio.file.Files.copy(directory.resolve("shared/" + WAY), own);
        LebanonPack.replace(
                directory,
                "lb/procedure/lb-2025-1/way.bpmn",
                "sourceRef=\"after-confirmation-decision\" targetRef=\"follow-up\"",
                "sourceRef=\"after-confirmation-decision\" targetRef=\"request-closure\"");
        editions.load(LebanonPack.in(directory));
        assertThat(editions.edition("lb-2025-1").step("confirmation-decision").after("not-confirmed"))
                .containsExactly("request-closure");
        var jordan = PackSource.inDirectory(directory, "jo");
        var others = new EditionLibrary(() -> CountryReading.read(jordan));
        others.load(jordan);
        assertThat(others.edition("jo-2021-1").step("confirmation-decision").after("not-confirmed"))
                .containsExactly("follow-up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb", "jo", "iq", "eg", "sa"})
    void theDiagramOpensInAnyModellerWithEveryStepAndArrowDrawn(String country) {
        PackFolder folder = PackSource.inDirectory(Path.of("countries"), country);
        var library = new EditionLibrary(() -> CountryReading.read(folder));
        library.load(folder);
        String own = "procedure/" + library.all().getFirst().id() + "/way.bpmn";
        var model = Bpmn.readModelFromStream(
                folder.file(folder.has(own) ? own : WAY).open());
        Bpmn.validateModel(model);
        List<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .toList();
        assertThat(drawn)
                .containsAll(model.getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .toList());
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .isNotEmpty()
                .allSatisfy(flow ->
                        assertThat(flow.getDiagramElement().getWaypoints()).hasSizeGreaterThan(1));
        assertThat(drawn).containsAll(library.all().getFirst().steps().keySet());
    }
}
