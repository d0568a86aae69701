package masar.screening.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import masar.casefile.AgeStatus;
import masar.screening.AgeAtExploitation;
import masar.screening.IndicatorAnswer;
import masar.screening.SuspectedForm;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lets invented officers hold a short interview from beginning to hand-over, as they do on the pages. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class HeldInterviews {

    private final BeginDesk beginning;
    private final AnswerDesk answers;
    private final FinishDesk finishing;

    HeldInterviews(BeginDesk beginning, AnswerDesk answers, FinishDesk finishing) {
        this.beginning = beginning;
        this.answers = answers;
        this.finishing = finishing;
    }

    /** Holds the interview with an adult's own consent; these indicators are present. */
    public void hold(
            Viewer officer, CaseId id, String language, Map<String, String> said, UUID decides, String... present) {
        var conditions = new Conditions(language, true, "غرفة هادئة", "DURING", List.of("interpreter"), "yes");
        UUID interview = beginning.begin(officer, id, conditions, new BeginDesk.Ground("consent", "", AgeStatus.ADULT));
        answers.answer(officer, interview, 1, said);
        Map<String, IndicatorAnswer> indicators =
                Stream.of(present).collect(Collectors.toMap(code -> code, code -> IndicatorAnswer.PRESENT));
        answers.indicators(officer, interview, 2, AgeAtExploitation.ADULT, SuspectedForm.LABOUR, indicators);
        finishing.finish(officer, interview, 3, decides, null);
    }
}
