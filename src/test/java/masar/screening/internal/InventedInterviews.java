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

/** Interviews with invented people, held through the same desks as on the pages. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class InventedInterviews {

    private final BeginDesk beginning;
    private final AnswerDesk answers;
    private final FinishDesk finishing;
    private final UrgentNeedDesk needs;

    InventedInterviews(BeginDesk beginning, AnswerDesk answers, FinishDesk finishing, UrgentNeedDesk needs) {
        this.beginning = beginning;
        this.answers = answers;
        this.finishing = finishing;
        this.needs = needs;
    }

    /** An interview with an adult who consented; the viewer must be bound. */
    public UUID begin(Viewer officer, CaseId id) {
        return beginning.begin(
                officer,
                id,
                new Conditions("am", true, "room 2", "DURING", List.of("interpreter"), "yes"),
                new BeginDesk.Ground("consent", "", AgeStatus.ADULT, "safe"));
    }

    /** Raises an urgent need. */
    public CaseId raise(Viewer viewer, CaseId id, String need, String note) {
        needs.raise(viewer, id, List.of(need), note);
        return id;
    }

    /** The given name she says, and that the interview is over and handed to those who decide. */
    public UUID finish(Viewer officer, UUID interview, String givenName, UUID decides) {
        answers.answer(officer, interview, 1, Map.of("given_name", givenName));
        return finishing.finish(officer, interview, 2, decides, "");
    }

    /** A whole short interview about work, from beginning to hand-over; these indicators are present. */
    public void hold(Viewer officer, CaseId id, String givenName, UUID decides, String... present) {
        UUID interview = begin(officer, id);
        answers.answer(officer, interview, 1, Map.of("given_name", givenName));
        Map<String, IndicatorAnswer> indicators =
                Stream.of(present).collect(Collectors.toMap(code -> code, code -> IndicatorAnswer.PRESENT));
        answers.indicators(officer, interview, 2, AgeAtExploitation.ADULT, SuspectedForm.LABOUR, indicators);
        finishing.finish(officer, interview, 3, decides, null);
    }
}
