package masar.screening.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import masar.access.Steward;
import masar.casefile.CaseDeclined;
import masar.casefile.ConsentWithdrawn;
import masar.forms.Answers;
import masar.forms.FormDefinition;
import masar.forms.Forms;
import masar.forms.Question;
import masar.screening.AgeAtExploitation;
import masar.screening.IndicatorAnswer;
import masar.screening.InterviewStatus;
import masar.screening.SuspectedForm;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An interview under way: answers are kept as they come, whole or not, until it is finished or stopped. */
@Component
@Transactional
class AnswerDesk {

    private static final int MAJORITY = 18;
    private static final String URGENT_NEED = "urgent_need";

    private final InterviewStore interviews;
    private final InterviewRights rights;
    private final Forms forms;
    private final Wording wording;
    private final UrgentNeedDesk needs;
    private final Trail trail;
    private final Steward steward;
    private final InstantSource clock;

    AnswerDesk(
            InterviewStore interviews,
            InterviewRights rights,
            Forms forms,
            Wording wording,
            UrgentNeedDesk needs,
            Trail trail,
            Steward steward,
            InstantSource clock) {
        this.interviews = interviews;
        this.rights = rights;
        this.forms = forms;
        this.wording = wording;
        this.needs = needs;
        this.trail = trail;
        this.steward = steward;
        this.clock = clock;
    }

    /** The interview to go on with. */
    Interview take(Viewer viewer, UUID id) {
        Interview interview = rights.toWrite(viewer, id);
        trail.read(interview.subject(), "interview.open");
        return interview;
    }

    /** Keeps answers, by key; those the viewer's kind of organisation may not see are passed over. */
    Interview answer(Viewer viewer, UUID id, int version, Map<String, String> given) {
        Interview interview = current(viewer, id, version);
        FormDefinition form = forms.form(interview.formUsed.id());
        Answers before = interview.content().answers();
        Answers after = before;
        for (var answer : given.entrySet()) {
            Question question = question(form, answer.getKey());
            if (!InterviewRights.hides(viewer, question)) {
                refuseUnlessOffered(question, answer.getValue());
                after = after.with(
                        answer.getKey(), answer.getValue().replace("\u0000", "").strip());
            }
        }
        resumed(interview);
        interview.answer(
                after, age(interview, form, before, after), formOf(interview, before, after), viewer, clock.instant());
        interviews.change(interview);
        raise(viewer, interview, form, before, after);
        trail.note(interview.subject(), "interview.answer");
        return interview;
    }

    void indicators(
            Viewer viewer,
            UUID id,
            int version,
            AgeAtExploitation age,
            SuspectedForm form,
            Map<String, IndicatorAnswer> answers) {
        Interview interview = current(viewer, id, version);
        resumed(interview);
        interview.weighWith(age, form, answers, viewer, clock.instant());
        interviews.change(interview);
        trail.note(interview.subject(), "interview.indicators");
    }

    private void resumed(Interview interview) {
        if (interview.status() == InterviewStatus.PAUSED) {
            trail.tell(interview.caseId(), interview.subject(), "interview.resumed", Optional.empty());
        }
    }

    void pause(Viewer viewer, UUID id) {
        Interview interview = rights.toWrite(viewer, id);
        interview.pause(viewer, clock.instant());
        interviews.change(interview);
        trail.tell(interview.caseId(), interview.subject(), "interview.paused", Optional.empty());
    }

    /** The person wishes to end it; what was said so far stays and nothing is added. */
    void stop(Viewer viewer, UUID id) {
        stop(viewer, rights.toWrite(viewer, id));
    }

    @EventListener
    void stopWithout(ConsentWithdrawn withdrawn) {
        List<Interview> resting = interviews.unfinishedOn(withdrawn.consent());
        if (!resting.isEmpty()) {
            Viewer viewer =
                    CurrentViewer.get().orElseThrow(() -> new IllegalStateException("somebody records a withdrawal"));
            resting.forEach(interview -> stop(viewer, interview));
        }
    }

    /** Nothing goes on about somebody who does not want it, whoever holds the interview. */
    @EventListener
    void stopFor(CaseDeclined declined) {
        Viewer viewer = CurrentViewer.get().orElseThrow(() -> new IllegalStateException("somebody records it"));
        steward.as(
                Steward.WAY,
                () -> interviews.of(declined.caseId()).stream()
                        .filter(Interview::isUnfinished)
                        .forEach(interview -> stop(viewer, interview)));
    }

    private void stop(Viewer viewer, Interview interview) {
        interview.stop(viewer, clock.instant());
        interviews.change(interview);
        trail.tell(interview.caseId(), interview.subject(), "interview.stopped", Optional.empty());
    }

    private Interview current(Viewer viewer, UUID id, int version) {
        Interview interview = rights.toWrite(viewer, id);
        if (interview.course().version() != version) {
            throw new OptimisticLockingFailureException("interview changed meanwhile");
        }
        return interview;
    }

    private static Question question(FormDefinition form, String key) {
        return form.question(Questionnaire.nameOf(key))
                .filter(question -> question.type().isAnswered())
                .orElseThrow(Refused::notFound);
    }

    private void refuseUnlessOffered(Question question, String value) {
        boolean offered = value.isBlank()
                || wording.options(question)
                        .map(options -> options.stream()
                                .anyMatch(option -> option.value().equals(value)))
                        .orElse(true);
        Refused.unless(offered, "shell.problem.not.offered");
    }

    private static AgeAtExploitation age(Interview interview, FormDefinition form, Answers before, Answers after) {
        return form.questions().stream()
                .filter(question -> question.htcds().equals("vic_AgeWhenTrafficked"))
                .map(Question::name)
                .filter(name -> !before.value(name).equals(after.value(name)))
                .findFirst()
                .map(name -> after.value(name).filter(text -> text.matches("\\d{1,3}")))
                .map(years -> years.map(text ->
                                Integer.parseInt(text) < MAJORITY ? AgeAtExploitation.CHILD : AgeAtExploitation.ADULT)
                        .orElse(AgeAtExploitation.UNKNOWN))
                .orElse(interview.content().age());
    }

    private static SuspectedForm formOf(Interview interview, Answers before, Answers after) {
        String name = "suspected_form";
        Optional<String> suspected = after.value(name);
        if (suspected.equals(before.value(name))) {
            return interview.content().form();
        }
        return Stream.of(SuspectedForm.values())
                .filter(form -> suspected.filter(form.code()::equals).isPresent())
                .findFirst()
                .orElse(SuspectedForm.UNKNOWN);
    }

    /** What is needed at once goes out with the answer: nobody has to say it twice. */
    private void raise(Viewer viewer, Interview interview, FormDefinition form, Answers before, Answers after) {
        for (Question question : form.questions()) {
            boolean urgent = question.choices()
                    .filter(list -> list.name().equals(URGENT_NEED))
                    .isPresent();
            if (urgent && !before.value(question.name()).equals(after.value(question.name()))) {
                List<String> codes = Stream.of(
                                after.value(question.name()).orElse("").split("\\s+"))
                        .filter(needs.offered()::contains)
                        .toList();
                needs.raise(viewer, interview.caseId(), codes, "");
            }
        }
    }
}
