package masar.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import masar.forms.Answers;
import masar.screening.AgeAtExploitation;
import masar.screening.IndicatorAnswer;
import masar.screening.InterviewStatus;
import masar.screening.SuspectedForm;
import masar.shared.CaseId;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An interview keeps its order: what has ended never changes, what is paused goes on. */
class InterviewStateTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Viewer FADI = new Officer(UUID.randomUUID(), UUID.randomUUID());

    private record Officer(UUID account, UUID organisation) implements Viewer {

        @Override
        public OrganisationKind organisationKind() {
            return OrganisationKind.DETAINING;
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.FRONT_LINE_OFFICER);
        }

        @Override
        public String key() {
            return "fadi";
        }
    }

    @Test
    void answeringAPausedInterviewOpensItAgain() {
        Interview interview = in(InterviewStatus.PAUSED);
        interview.answer(
                new Answers(Map.of("hours", "18"), "am"),
                AgeAtExploitation.ADULT,
                SuspectedForm.LABOUR,
                FADI,
                NOW.plusSeconds(60));
        assertThat(interview.status()).isEqualTo(InterviewStatus.OPEN);
        assertThat(interview.content().answers().value("hours")).contains("18");
        assertThat(interview.course().changedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whatWasNotAskedIsNotKeptAndEarlierIndicatorsStay() {
        Interview interview = in(InterviewStatus.OPEN);
        weigh(interview, Map.of("D1.01", IndicatorAnswer.PRESENT, "D1.02", IndicatorAnswer.REFUSED));
        weigh(interview, Map.of("D1.02", IndicatorAnswer.NOT_ASKED, "D1.03", IndicatorAnswer.ABSENT));
        assertThat(interview.content().indicators())
                .isEqualTo(Map.of("D1.01", IndicatorAnswer.PRESENT, "D1.03", IndicatorAnswer.ABSENT));
    }

    @Test
    void aFinishedInterviewKnowsWhenItEndedAndWhoDecides() {
        UUID ministry = UUID.randomUUID();
        Interview interview = in(InterviewStatus.PAUSED);
        interview.finish("move her soon", ministry, FADI, NOW);
        assertThat(interview.status()).isEqualTo(InterviewStatus.FINISHED);
        assertThat(interview.course().endedAt()).isEqualTo(NOW);
        assertThat(interview.course().handedTo()).isEqualTo(ministry);
    }

    @Test
    void beforeAnEmployerOrTheOneWhoDetainsNobodySpeaksFreely() {
        assertThat(conditions().intimidating()).containsExactly("officer-of-detaining-body");
    }

    static Stream<Arguments> actsOutOfOrder() {
        Consumer<Interview> answer = interview ->
                interview.answer(Answers.none("am"), AgeAtExploitation.UNKNOWN, SuspectedForm.UNKNOWN, FADI, NOW);
        Consumer<Interview> weigh = interview -> weigh(interview, Map.of());
        Consumer<Interview> pause = interview -> interview.pause(FADI, NOW);
        Consumer<Interview> stop = interview -> interview.stop(FADI, NOW);
        Consumer<Interview> finish = interview -> interview.finish(null, null, FADI, NOW);
        var ended = List.of(InterviewStatus.FINISHED, InterviewStatus.STOPPED);
        var acts = List.of(
                Named.of("answer", answer),
                Named.of("weigh", weigh),
                Named.of("pause", pause),
                Named.of("stop", stop),
                Named.of("finish", finish));
        return Stream.concat(
                ended.stream().flatMap(status -> acts.stream().map(act -> Arguments.of(status, act))),
                Stream.of(Arguments.of(InterviewStatus.PAUSED, Named.of("pause", pause))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("actsOutOfOrder")
    void anActOutOfOrderIsRefusedAloud(InterviewStatus status, Consumer<Interview> act) {
        Interview interview = in(status);
        assertThatThrownBy(() -> act.accept(interview)).isInstanceOf(Refused.class);
        assertThat(interview.status()).isEqualTo(status);
    }

    @Test
    void everyStatusHasItsPlaceInTheTableAndTheEndIsTheEnd() {
        assertThat(Interview.TRANSITIONS).containsOnlyKeys(InterviewStatus.values());
        assertThat(Interview.TRANSITIONS.get(InterviewStatus.FINISHED)).isEmpty();
        assertThat(Interview.TRANSITIONS.get(InterviewStatus.STOPPED)).isEmpty();
    }

    private static void weigh(Interview interview, Map<String, IndicatorAnswer> answers) {
        interview.weighWith(AgeAtExploitation.ADULT, SuspectedForm.LABOUR, answers, FADI, NOW);
    }

    private static Conditions conditions() {
        return new Conditions(
                "am", true, "room 2", "DURING", List.of("interpreter", "officer-of-detaining-body"), "no");
    }

    private static Interview in(InterviewStatus status) {
        boolean ended = status == InterviewStatus.FINISHED || status == InterviewStatus.STOPPED;
        return new Interview(
                new Interview.Beginning(
                        UUID.randomUUID(),
                        CaseId.random(),
                        FADI.organisation(),
                        FADI.account(),
                        UUID.randomUUID(),
                        NOW),
                conditions(),
                new Interview.FormUsed("screening-interview", "1"),
                new Interview.Content(
                        Answers.none("am"), Map.of(), AgeAtExploitation.UNKNOWN, SuspectedForm.UNKNOWN, null),
                new Interview.Course(status, NOW, FADI.account(), ended ? NOW : null, null, 1));
    }
}
