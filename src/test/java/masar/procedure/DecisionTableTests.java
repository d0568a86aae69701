package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import masar.country.CountryPack;
import masar.country.LebanonPack;
import masar.procedure.internal.DecisionLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTableTests {

    private static final String EDITION = "lb-2025-1";
    private static final List<String> SEVERITY = List.of(
            "no-indication", "exploitation-labour-rights", "deception-and-exploitation", "trafficking-indicated");
    private static final List<String> DIMENSIONS = List.of(
            "deceptiveRecruitment",
            "coercionRecruitment",
            "abuseOfVulnerabilityRecruitment",
            "exploitation",
            "coercionAtDestination",
            "abuseOfVulnerabilityAtDestination");

    private static final DecisionLibrary DECISIONS = new DecisionLibrary();
    private static final CountryPack LEBANON = LebanonPack.pack();

    @BeforeAll
    static void load() {
        DECISIONS.load(LebanonPack.folder());
    }

    @ParameterizedTest(name = "{0} strong, {1} medium, {2} weak: {3}")
    @CsvSource({
        "2,0,0,true,two-strong",
        "1,1,0,true,strong-and-medium",
        "1,0,1,true,strong-and-weak",
        "0,3,0,true,three-medium",
        "0,2,1,true,two-medium-and-weak",
        "1,0,0,false,not-enough",
        "0,2,0,false,not-enough",
        "0,1,9,false,not-enough",
        "0,0,9,false,not-enough",
        "0,0,0,false,not-enough",
        "0,2,2,true,two-medium-and-weak",
        "3,0,0,true,two-strong"
    })
    void aDimensionIsPositiveByTheTwelveKnownCases(int strong, int medium, int weak, boolean positive, String rule) {
        TableAnswer answer = dimension(strong, medium, weak);
        assertThat(answer.flag("positive")).isEqualTo(positive);
        assertThat(answer.rules()).extracting(TableAnswer.MatchedRule::id).containsExactly("dimension-" + rule);
        assertThat(answer.rules().getFirst().description()).contains("Source:");
    }

    @Test
    void oneMoreIndicatorNeverMakesAPositiveDimensionNegative() {
        for (int strong = 0; strong < 4; strong++) {
            for (int medium = 0; medium < 5; medium++) {
                for (int weak = 0; weak < 4; weak++) {
                    if (dimension(strong, medium, weak).flag("positive")) {
                        assertThat(dimension(strong + 1, medium, weak).flag("positive"))
                                .isTrue();
                        assertThat(dimension(strong, medium + 1, weak).flag("positive"))
                                .isTrue();
                        assertThat(dimension(strong, medium, weak + 1).flag("positive"))
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "child {0}, dimensions {1}: {2} because {3}")
    @CsvSource({
        // child, D1 to D6 as digits
        "false, 000000, no-indication, nothing-positive",
        "false, 000100, exploitation-labour-rights, exploitation-without-means",
        "false, 100100, deception-and-exploitation, deceived-then-exploited",
        "false, 100110, trafficking-indicated, recruitment-and-coercion",
        "false, 010110, trafficking-indicated, recruitment-and-coercion",
        "false, 110110, trafficking-indicated, recruitment-and-coercion",
        "false, 000110, trafficking-indicated, harbouring-with-coercion",
        "false, 010100, trafficking-indicated, coercive-recruitment",
        "false, 001100, trafficking-indicated, abuse-of-vulnerability",
        "false, 000101, trafficking-indicated, abuse-of-vulnerability",
        "false, 100000, no-indication, means-without-exploitation",
        "false, 000010, no-indication, means-without-exploitation",
        "true,  000100, trafficking-indicated, child-exploited",
        "true,  111111, trafficking-indicated, child-exploited",
        "true,  000000, no-indication, nothing-positive",
        "true,  010000, no-indication, means-without-exploitation"
    })
    void dimensionsTogetherIndicate(boolean child, String digits, String conclusion, String reason) {
        TableAnswer answer = conclude(child, digits);
        assertThat(answer.text("conclusion")).isEqualTo(conclusion);
        assertThat(answer.text("reason")).isEqualTo(reason);
    }

    @Test
    void everyCombinationIsAnsweredInWordsOfThePackAndNeverGetsWeakerWithMoreDimensions() {
        int[] adult = severities(false);
        int[] child = severities(true);
        for (int bits = 0; bits < 64; bits++) {
            assertThat(child[bits]).isGreaterThanOrEqualTo(adult[bits]);
            for (int more = 0; more < 6; more++) {
                assertThat(adult[bits | (1 << more)]).isGreaterThanOrEqualTo(adult[bits]);
                assertThat(child[bits | (1 << more)]).isGreaterThanOrEqualTo(child[bits]);
            }
        }
    }

    private static int[] severities(boolean child) {
        return IntStream.range(0, 64)
                .map(bits -> {
                    TableAnswer answer = conclude(child, digits(bits));
                    assertThat(LEBANON.wordList("conclusion").has(answer.text("conclusion")))
                            .isTrue();
                    assertThat(LEBANON.wordList("conclusion-reason").has(answer.text("reason")))
                            .isTrue();
                    return SEVERITY.indexOf(answer.text("conclusion"));
                })
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "adult,labour,adults-labour", "adult,sexual,adults-sexual", "adult,unknown,adults-labour",
        "child,labour,children-labour", "child,sexual,children-sexual", "child,unknown,children-labour",
        "unknown,labour,children-labour", "unknown,sexual,children-sexual", "unknown,unknown,children-labour"
    })
    void theListFollowsTheAgeAtExploitationAndUnknownMeansChild(String age, String form, String list) {
        assertThat(decide("list", Map.of("ageAtExploitation", age, "suspectedForm", form))
                        .text("list"))
                .isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource({"child,true", "unknown,true", "adult,false"})
    void unknownAgeIsTreatedAsAChild(String age, boolean child) {
        assertThat(decide("child", Map.of("ageStatus", age)).flag("child")).isEqualTo(child);
    }

    @ParameterizedTest(name = "danger {0}, medical {1}, detained {2}, days {3}, child {4}, ended {5}: {6}")
    @CsvSource({
        "true,  none,      false, ,   false, true,  immediate, danger-now",
        "false, emergency, false, ,   false, false, immediate, medical-emergency",
        "false, none,      true,  3,  false, false, immediate, removal-imminent",
        "false, none,      true,  -1, false, false, immediate, removal-imminent",
        "false, none,      true,  4,  false, false, high, removal-soon",
        "false, none,      true,  14, false, false, high, removal-soon",
        "false, none,      true,  15, false, false, normal, ordinary",
        "false, none,      true,  ,   false, false, high, detained-date-unknown",
        "false, none,      true,  2,  true,  false, immediate, removal-imminent",
        "false, none,      false, ,   true,  true,  high, child-concerned",
        "false, soon,      false, ,   false, false, high, medical-need",
        "false, none,      false, ,   false, true,  low, situation-ended",
        "false, none,      false, ,   false, false, normal, ordinary",
        "false, none,      true,  15, false, true,  normal, ordinary"
    })
    void urgencyPutsDangerAndRemovalFirst(
            boolean danger,
            String medical,
            boolean detained,
            Integer days,
            boolean child,
            boolean ended,
            String urgency,
            String reason) {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "dangerNow",
                danger,
                "medicalNeed",
                medical,
                "detained",
                detained,
                "child",
                child,
                "situationEnded",
                ended));
        inputs.put("daysToRemoval", days);
        TableAnswer answer = decide("urgency", inputs);
        assertThat(answer.text("urgency")).isEqualTo(urgency);
        assertThat(answer.text("reason")).isEqualTo(reason);
        assertThat(LEBANON.wordList("urgency").has(urgency)).isTrue();
        assertThat(LEBANON.wordList("urgency-reason").has(reason)).isTrue();
    }

    @Test
    void anInputForgottenMisspeltOrWithoutARuleIsRefusedAloud() {
        assertThatThrownBy(() -> decide("child", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> decide("child", Map.of("ageStatus", "adult", "more", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> decide("child", Map.of("ageStatus", "forty")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> decide("nothing", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyThreadsGetTheirOwnAnswers() throws Exception {
        Random random = new Random(7);
        List<Callable<Boolean>> questions = IntStream.range(0, 400)
                .mapToObj(question -> {
                    int strong = random.nextInt(3);
                    return (Callable<Boolean>) () -> {
                        TableAnswer answer = dimension(strong, 0, 0);
                        boolean two = answer.rules().getFirst().id().equals("dimension-two-strong");
                        return answer.flag("positive") == (strong >= 2) && two == (strong >= 2);
                    };
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> right : threads.invokeAll(questions)) {
                assertThat(right.get()).isTrue();
            }
        }
    }

    private static TableAnswer dimension(int strong, int medium, int weak) {
        return decide("dimension", Map.of("strong", strong, "medium", medium, "weak", weak));
    }

    private static TableAnswer conclude(boolean child, String digits) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("child", child);
        for (int at = 0; at < DIMENSIONS.size(); at++) {
            inputs.put(DIMENSIONS.get(at), digits.charAt(at) == '1');
        }
        return decide("conclusion", inputs);
    }

    private static String digits(int bits) {
        return String.format("%6s", Integer.toBinaryString(bits)).replace(' ', '0');
    }

    private static TableAnswer decide(String table, Map<String, ?> inputs) {
        return DECISIONS.decide(EDITION, table, inputs);
    }
}
