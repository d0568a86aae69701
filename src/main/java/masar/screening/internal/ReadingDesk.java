package masar.screening.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.casefile.Cases;
import masar.forms.Answers;
import masar.forms.Forms;
import masar.forms.Question;
import masar.screening.IndicationCard;
import masar.screening.InterviewCard;
import masar.screening.InterviewStatus;
import masar.screening.Interviews;
import masar.screening.SuspectedForm;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reading what was said and what it indicates; each reading is audited. */
@Component
@Transactional
class ReadingDesk implements Interviews {

    private final InterviewStore interviews;
    private final IndicationStore indications;
    private final InterviewRights rights;
    private final Cases cases;
    private final Forms forms;
    private final Questionnaire questionnaire;
    private final Steward steward;
    private final Trail trail;

    ReadingDesk(
            InterviewStore interviews,
            IndicationStore indications,
            InterviewRights rights,
            Cases cases,
            Forms forms,
            Questionnaire questionnaire,
            Steward steward,
            Trail trail) {
        this.interviews = interviews;
        this.indications = indications;
        this.rights = rights;
        this.cases = cases;
        this.forms = forms;
        this.questionnaire = questionnaire;
        this.steward = steward;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public List<InterviewCard> interviews(Viewer viewer, CaseId id) {
        cases.card(viewer, id);
        return interviews.of(id).stream()
                .filter(interview -> rights.mayKnowOf(viewer, interview))
                .map(interview -> card(viewer, interview))
                .toList();
    }

    /** How many interviews there were before, also those this viewer may know nothing else of. */
    @Transactional(readOnly = true)
    int heldSoFar(Viewer viewer, CaseId id) {
        cases.card(viewer, id);
        return steward.as(Steward.WAY, () -> interviews.of(id).size());
    }

    private InterviewCard card(Viewer viewer, Interview interview) {
        return new InterviewCard(
                interview.id(),
                interview.organisation(),
                interview.beginning.interviewer(),
                interview.status(),
                interview.beginning.at(),
                Optional.ofNullable(interview.course().endedAt()),
                rights.mayWrite(viewer, interview),
                rights.mayRead(viewer, interview));
    }

    @Override
    public List<IndicationCard> indications(Viewer viewer, CaseId id) {
        cases.card(viewer, id);
        List<IndicationCard> cards = indications.of(id).stream()
                .filter(kept -> interviews
                        .find(kept.interview())
                        .filter(interview -> rights.mayRead(viewer, interview))
                        .isPresent())
                .map(ReadingDesk::card)
                .toList();
        if (!cards.isEmpty()) {
            trail.read(id.subject(), "indications");
        }
        return cards;
    }

    private static IndicationCard card(IndicationStore.Kept kept) {
        var indication = kept.indication();
        return new IndicationCard(
                kept.id(),
                kept.at(),
                indication.conclusion(),
                indication.list(),
                indication.provisional(),
                kept.interview(),
                kept.organisation());
    }

    @Override
    public Map<String, String> htcdsAnswers(Viewer viewer, CaseId id) {
        cases.card(viewer, id);
        return interviews.of(id).reversed().stream()
                .filter(interview ->
                        interview.status() == InterviewStatus.FINISHED && rights.mayRead(viewer, interview))
                .findFirst()
                .map(interview -> {
                    trail.read(interview.subject(), "htcds");
                    return htcds(viewer, interview);
                })
                .orElse(Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SuspectedForm> suspected(Viewer viewer, CaseId id) {
        cases.card(viewer, id);
        return interviews.of(id).reversed().stream()
                .filter(interview -> rights.mayRead(viewer, interview))
                .findFirst()
                .map(interview -> interview.content().form());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean interviewed(UUID account, CaseId id) {
        return steward.as(
                Steward.WAY,
                () -> interviews.of(id).stream()
                        .anyMatch(interview -> account.equals(interview.beginning.interviewer())
                                || account.equals(interview.course().changedBy())));
    }

    private Map<String, String> htcds(Viewer viewer, Interview interview) {
        Answers said = questionnaire.filling(interview).relevantAnswers();
        var fields = new LinkedHashMap<String, String>();
        for (Question question : forms.form(interview.formUsed.id()).questions()) {
            if (!question.htcds().isEmpty() && !InterviewRights.hides(viewer, question)) {
                said.value(question.name())
                        .ifPresent(value -> fields.merge(question.htcds(), value, ReadingDesk::datePart));
            }
        }
        return fields;
    }

    /** Several questions feed one field where a date is asked in parts: year, month, day, as far as known. */
    private static String datePart(String before, String part) {
        return before + "-" + (part.length() == 1 ? "0" + part : part);
    }

    /** An interview this viewer may read. */
    Interview read(Viewer viewer, UUID id) {
        Interview interview = rights.toRead(viewer, id);
        trail.read(interview.subject(), "interview");
        return interview;
    }

    @Transactional(readOnly = true)
    boolean mayWrite(Viewer viewer, Interview interview) {
        return rights.mayWrite(viewer, interview);
    }

    Optional<IndicationStore.Kept> indicationOf(Viewer viewer, UUID interview) {
        rights.toRead(viewer, interview);
        return indications.ofInterview(interview);
    }

    IndicationStore.Kept indication(Viewer viewer, UUID id) {
        IndicationStore.Kept kept = indications.find(id).orElseThrow(Refused::notFound);
        Interview interview = rights.toRead(viewer, kept.interview());
        trail.read(interview.subject(), "indication");
        return kept;
    }
}
