package masar.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import masar.forms.AnswerProblem.Kind;
import org.junit.jupiter.api.Test;

/** What JavaRosa makes of the answers to a small interview. */
class InterviewTests {

    private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T23:30:00Z"));

    private static final String SURVEY = """
            type | name | label::Arabic (ar) | label::English (en) | required | relevant | constraint | constraint_message::Arabic (ar) | constraint_message::English (en) | calculation | choice_filter | htcds
            start | start
            today | today
            begin group | person | الشخص | The person
            text | given_name | الاسم | Name | yes | | | | | | | prs_FirstName
            integer | birth_year | سنة الولادة | Year of birth | | | . <= 2026 | السنة في المستقبل | ${given_name} cannot be born in the future
            date | arrived | تاريخ الوصول | Arrived on | | | . <= today() | في المستقبل | In the future
            calculate | age | | | | | | | | 2026 - ${birth_year}
            end group
            select_one yesno | child | طفل؟ | Is it a child? | | ${age} < 18
            select_one region | region | المنطقة | Region
            select_one city | city | المدينة | City | yes | ${region} != '' | | | | | region=${region}
            select_multiple control | control | السيطرة | Control | | | not(selected(., 'none') and count-selected(.) > 1)
            text | other | غير ذلك | Other | yes | selected(${control}, 'other')
            begin repeat | job | عمل | Job
            text | employer | صاحب العمل | Employer | yes
            decimal | wage | الأجر | Wage | | | . >= 0
            end repeat
            """;

    private static final String CHOICES = """
            list_name | name | label::Arabic (ar) | label::English (en) | region
            yesno | yes | نعم | Yes
            yesno | no | لا | No
            region | north | الشمال | North
            region | south | الجنوب | South
            city | tripoli | طرابلس | Tripoli | north
            city | tyre | صور | Tyre | south
            control | threats | تهديد | Threats
            control | documents | مصادرة | Withholds documents
            control | other | غير ذلك | Other
            control | none | لا شيء | None
            """;

    private final FormDefinition form = Workbooks.form(SURVEY, CHOICES);
    private final FormSession session = new FormSession(form, CLOCK, BEIRUT);

    @Test
    void aNewInterviewKnowsItsBeginningInTheCountrysDay() {
        Filling filling = session.begin("ar");

        assertThat(filling.answers().value("today")).contains("2026-11-22");
        assertThat(filling.answers().value("start")).contains("2026-11-22T01:30:00+02:00");
        assertThat(filling.relevant()).contains("given_name", "employer[1]").doesNotContain("city", "other");
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
    void answersSurviveTheWayThroughXmlAndJson() {
        var values = new LinkedHashMap<String, String>();
        values.put("given_name", "  أمل \"the <brave>\" & o'Neil\r\nsecond line\n\tthird  ");
        values.put("control", "threats other");
        values.put("other", "سطر أول\nسطر ثانٍ 😀");
        values.put("employer[1]", "Kiosk");
        values.put("employer[2]", "مزرعة");
        values.put("wage[2]", "12.50");
        var answers = new Answers(values, "ar");

        String xml = new Submission("interview", "", "uuid:1", answers).toXml(form);
        Submission back = Submission.read(form, xml.getBytes(StandardCharsets.UTF_8), "ar");

        assertThat(back.answers()).isEqualTo(answers);
        assertThat(back.instanceId()).isEqualTo("uuid:1");
        assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
        assertThat(session.fill(answers).answers().values()).containsAllEntriesOf(values);
    }

    @Test
    void aSubmissionThatIsNotThisFormsIsRefused() {
        assertThatThrownBy(() -> read("<data id='other'/>"))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessageEndingWith("other.form");
        assertThatThrownBy(() -> read("<data id='interview'><spy>1</spy></data>"))
                .hasMessageEndingWith("unknown.field");
        assertThatThrownBy(() -> read("<data id='interview'><region>a</region><region>b</region></data>"))
                .hasMessageEndingWith("duplicate.field");
        assertThatThrownBy(() -> read("<data id='interview'>")).hasMessageEndingWith("not.xml");
        assertThatThrownBy(() -> read("<!DOCTYPE d [<!ENTITY x 'y'>]><data id='interview'/>"))
                .hasMessageEndingWith("not.xml");
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

    private Filling fill(Map<String, String> values) {
        return session.fill(new Answers(values, "en"));
    }

    private static AnswerProblem problem(Filling filling, String key) {
        return filling.problems().stream()
                .filter(problem -> problem.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Submission read(String xml) {
        return Submission.read(form, xml.getBytes(StandardCharsets.UTF_8), "en");
    }
}
