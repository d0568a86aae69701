package masar.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import masar.forms.AnswerProblem.Kind;
import org.junit.jupiter.api.Test;

/** What JavaRosa makes of the answers to a small interview. */
class InterviewTests {

    private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T23:30:00Z"));

    private final FormDefinition form = SampleInterview.FORM;
    private final FormSession session = new FormSession(form, CLOCK, BEIRUT);

    @Test
    void aNewInterviewKnowsItsBeginningInTheCountrysDay() {
        Filling filling = session.begin("ar");

        assertThat(filling.answers().value("today")).contains("2026-11-22");
        assertThat(filling.answers().value("start")).contains("2026-11-22T01:30:00+02:00");
        assertThat(filling.relevant()).contains("given_name", "employer[1]").doesNotContain("city", "other");
    }

    @Test
    void aFinishedInterviewKnowsItsEnd() {
        FormDefinition timed = Workbooks.form("type | name | label \n end | end \n text | a | A");
        Filling finished = new FormSession(timed, CLOCK, BEIRUT).finish(new Answers(Map.of("a", "x"), "en"));

        assertThat(finished.isComplete()).isTrue();
        assertThat(finished.answers().value("end")).contains("2026-11-22T01:30:00+02:00");
    }

    @Test
    void aCharacterNoFileCanHoldIsToldAndDoesNotBreakTheRest() {
        Filling filling = fill(Map.of("given_name", "a\u0000b", "birth_year", "1990"));

        assertThat(problem(filling, "given_name").kind()).isEqualTo(Kind.ILLEGAL_CHARACTER);
        assertThat(filling.answers().value("age")).contains("36");
    }

    @Test
    void sectionsFollowTheGroups() {
        assertThat(form.sections()).extracting(Section::name).containsExactly("person", "", "job");
        assertThat(form.sections().getFirst().label().in("ar")).isEqualTo("الشخص");
        assertThat(form.question("given_name").orElseThrow().htcds()).isEqualTo("prs_FirstName");
    }

    @Test
    void aPausedInterviewMayLackAnythingButACompletedOneMayNot() {
        Filling paused = fill(Map.of("birth_year", "2015"));

        assertThat(paused.problems()).isEmpty();
        assertThat(paused.isComplete()).isFalse();
        assertThat(paused.missing())
                .extracting(AnswerProblem::key, AnswerProblem::kind)
                .contains(org.assertj.core.groups.Tuple.tuple("given_name", Kind.REQUIRED));
        assertThat(fill(Map.of("given_name", "Alem", "employer[1]", "x")).isComplete())
                .isTrue();
    }

    @Test
    void questionsAppearAndDisappearWithWhatWasAnswered() {
        assertThat(fill(Map.of("birth_year", "2015")).isRelevant("child")).isTrue();
        assertThat(fill(Map.of("birth_year", "1990")).isRelevant("child")).isFalse();
        assertThat(fill(Map.of("control", "threats other")).required()).contains("other");
    }

    @Test
    void calculationsAreMadeAndNoAnswerIsLostWhenItsQuestionDisappears() {
        Filling filling = fill(Map.of("birth_year", "1990", "child", "no"));

        assertThat(filling.answers().value("age")).contains("36");
        assertThat(filling.answers().value("child")).contains("no");
        assertThat(filling.relevantAnswers().value("child")).isEmpty();
    }

    @Test
    void aConstraintSpeaksTheLanguageOfTheInterview() {
        var values = Map.of("given_name", "Alem", "birth_year", "2027");

        assertThat(problem(session.fill(new Answers(values, "en")), "birth_year"))
                .isEqualTo(new AnswerProblem("birth_year", Kind.CONSTRAINT, "Alem cannot be born in the future"));
        assertThat(problem(session.fill(new Answers(values, "ar")), "birth_year")
                        .message())
                .isEqualTo("السنة في المستقبل");
    }

    @Test
    void todayIsTheClocksDayNotTheMachines() {
        assertThat(fill(Map.of("arrived", "2026-11-22")).problems()).isEmpty();
        assertThat(problem(fill(Map.of("arrived", "2026-11-23")), "arrived").kind())
                .isEqualTo(Kind.CONSTRAINT);
    }

    @Test
    void aCodeThatIsNotAmongTheChoicesIsRefused() {
        assertThat(problem(fill(Map.of("region", "west")), "region").kind()).isEqualTo(Kind.UNKNOWN_CHOICE);
        assertThat(problem(fill(Map.of("control", "threats magic")), "control").kind())
                .isEqualTo(Kind.UNKNOWN_CHOICE);
        assertThat(problem(fill(Map.of("region", "north south")), "region").kind())
                .isEqualTo(Kind.UNKNOWN_CHOICE);
    }

    @Test
    void aChoiceTheFilterNoLongerLeavesIsRefused() {
        assertThat(fill(Map.of("region", "north")).choices().getOrDefault("city", List.of()))
                .containsExactly("tripoli");
        assertThat(fill(Map.of("region", "north", "city", "tripoli")).problems())
                .isEmpty();
        assertThat(problem(fill(Map.of("region", "south", "city", "tripoli")), "city")
                        .kind())
                .isEqualTo(Kind.UNKNOWN_CHOICE);
    }

    @Test
    void severalChoicesAreJudgedTogether() {
        assertThat(fill(Map.of("control", "threats documents")).problems()).isEmpty();
        assertThat(problem(fill(Map.of("control", "threats none")), "control").kind())
                .isEqualTo(Kind.CONSTRAINT);
    }

    @Test
    void whatIsNotOfTheTypeIsToldAndKept() {
        Filling filling = fill(Map.of(
                "birth_year",
                "about 1990",
                "arrived",
                "2026-02-30",
                "wage[1]",
                "1e3",
                "hobby",
                "chess",
                "employer",
                "x"));

        assertThat(filling.problems())
                .extracting(AnswerProblem::key, AnswerProblem::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("birth_year", Kind.TYPE),
                        org.assertj.core.groups.Tuple.tuple("arrived", Kind.TYPE),
                        org.assertj.core.groups.Tuple.tuple("wage[1]", Kind.TYPE),
                        org.assertj.core.groups.Tuple.tuple("hobby", Kind.UNKNOWN_QUESTION),
                        org.assertj.core.groups.Tuple.tuple("employer", Kind.UNKNOWN_QUESTION));
        assertThat(filling.answers().value("birth_year")).contains("about 1990");
    }

    @Test
    void eachEntryOfARepeatIsJudgedOnItsOwn() {
        Filling filling = fill(Map.of("employer[1]", "Kiosk", "employer[3]", "Farm", "wage[3]", "-5"));

        assertThat(filling.relevant()).contains("employer[1]", "employer[2]", "employer[3]");
        assertThat(filling.missing()).extracting(AnswerProblem::key).contains("employer[2]");
        assertThat(problem(filling, "wage[3]").kind()).isEqualTo(Kind.CONSTRAINT);
    }

    @Test
    void answersHideThemselves() {
        Filling filling = fill(Map.of("given_name", "Alem"));

        assertThat(filling.toString() + filling.answers() + new Submission("f", "", "", filling.answers()))
                .doesNotContain("Alem");
    }

    @Test
    void manyThreadsFillTheSameFormAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var fillings = threads.invokeAll(java.util.stream.IntStream.range(0, 100)
                    .<java.util.concurrent.Callable<String>>mapToObj(
                            i -> () -> fill(Map.of("birth_year", "" + (1900 + i)))
                                    .answers()
                                    .value("age")
                                    .orElse(""))
                    .toList());
            for (int i = 0; i < 100; i++) {
                assertThat(fillings.get(i).get()).isEqualTo("" + (126 - i));
            }
        }
    }

    @Test
    void aRepeatMayBeAsLongAsAnAnswerSays() {
        FormDefinition children = Workbooks.form("""
                type | name | label | repeat_count
                integer | children | How many children?
                begin repeat | one | Child | ${children}
                text | child_name | Name
                end repeat
                """);
        var counted = new FormSession(children, CLOCK, BEIRUT);

        assertThat(counted.begin("en").relevant()).containsExactly("children");
        assertThat(counted.fill(new Answers(Map.of("children", "3"), "en")).relevant())
                .containsExactly("children", "child_name[1]", "child_name[2]", "child_name[3]");
    }

    @Test
    void aCycleIsRefusedWhenTheSessionIsMade() {
        FormDefinition cycle = Workbooks.form("""
                type | name | label | calculation
                calculate | a | | ${b} + 1
                calculate | b | | ${a} + 1
                """);

        assertThatThrownBy(() -> new FormSession(cycle, CLOCK, BEIRUT)).isInstanceOf(FormRefused.class);
    }

    @Test
    void aRangeEndsWhereItsAuthorSaid() {
        FormDefinition range =
                Workbooks.form("type | name | label | parameters \n range | pain | Pain | start=0 end=10 step=1");
        var asked = new FormSession(range, CLOCK, BEIRUT);

        assertThat(asked.fill(new Answers(Map.of("pain", "10"), "en")).problems())
                .isEmpty();
        assertThat(problem(asked.fill(new Answers(Map.of("pain", "11"), "en")), "pain")
                        .kind())
                .isEqualTo(Kind.CONSTRAINT);
    }

    private Filling fill(Map<String, String> values) {
        return session.fill(new Answers(values, "en"));
    }

    private static AnswerProblem problem(Filling filling, String key) {
        return filling.problems().stream()
                .filter(problem -> problem.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
