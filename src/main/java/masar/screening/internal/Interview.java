package masar.screening.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.forms.Answers;
import masar.screening.AgeAtExploitation;
import masar.screening.IndicatorAnswer;
import masar.screening.InterviewStatus;
import masar.screening.SuspectedForm;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * One interview. Begins only on consent or another recorded ground; may be paused and taken up by a colleague of the
 * same organisation; ends finished, or stopped when the person no longer wishes it or withdraws consent. Then it never
 * changes again.
 */
final class Interview {

    /** What may follow what; drawn into docs/states by a test. */
    static final Map<InterviewStatus, Set<InterviewStatus>> TRANSITIONS = Map.of(
            InterviewStatus.OPEN, Set.of(InterviewStatus.PAUSED, InterviewStatus.FINISHED, InterviewStatus.STOPPED),
            InterviewStatus.PAUSED, Set.of(InterviewStatus.OPEN, InterviewStatus.STOPPED),
            InterviewStatus.FINISHED, Set.of(),
            InterviewStatus.STOPPED, Set.of());

    /** What never changes: whose it is, what it rests on, when it began. */
    record Beginning(UUID id, CaseId caseId, UUID organisation, UUID interviewer, UUID consent, Instant at) {}

    /** Which form is asked, in the version of the day it began. */
    record FormUsed(String id, String version) {}

    /** How it went on, as read back from the store. */
    record Course(
            InterviewStatus status,
            Instant changedAt,
            UUID changedBy,
            @Nullable Instant endedAt,
            @Nullable UUID handedTo,
            int version) {}

    /** What was said, as read back from the store. */
    record Content(
            Answers answers,
            Map<String, IndicatorAnswer> indicators,
            AgeAtExploitation age,
            SuspectedForm form,
            @Nullable String recommendation) {}

    final Beginning beginning;
    final Conditions conditions;
    final FormUsed formUsed;
    private Content content;
    private Course course;

    Interview(Beginning beginning, Conditions conditions, FormUsed formUsed, Content content, Course course) {
        this.beginning = beginning;
        this.conditions = conditions;
        this.formUsed = formUsed;
        this.content = content;
        this.course = course;
    }

    static Interview begun(
            Beginning beginning, Conditions conditions, FormUsed formUsed, Answers known, AgeAtExploitation age) {
        return new Interview(
                beginning,
                conditions,
                formUsed,
                new Content(known, Map.of(), age, SuspectedForm.UNKNOWN, null),
                new Course(InterviewStatus.OPEN, beginning.at(), beginning.interviewer(), null, null, 0));
    }

    /** What was answered so far, and the age and form it speaks for. */
    void answer(Answers answers, AgeAtExploitation age, SuspectedForm form, Viewer by, Instant at) {
        goOn(by, at);
        content = new Content(answers, content.indicators(), age, form, content.recommendation());
    }

    /** Answers to indicators replace earlier ones of the same code; the others stay. */
    void weighWith(
            AgeAtExploitation age, SuspectedForm form, Map<String, IndicatorAnswer> answers, Viewer by, Instant at) {
        goOn(by, at);
        var all = new HashMap<>(content.indicators());
        all.putAll(answers);
        all.values().removeIf(answer -> answer == IndicatorAnswer.NOT_ASKED);
        content = new Content(content.answers(), Map.copyOf(all), age, form, content.recommendation());
    }

    void pause(Viewer by, Instant at) {
        become(InterviewStatus.PAUSED, by, at, null);
    }

    void finish(@Nullable String recommendation, @Nullable UUID handedTo, Viewer by, Instant at) {
        goOn(by, at);
        content = new Content(content.answers(), content.indicators(), content.age(), content.form(), recommendation);
        become(InterviewStatus.FINISHED, by, at, handedTo);
    }

    void stop(Viewer by, Instant at) {
        become(InterviewStatus.STOPPED, by, at, null);
    }

    boolean isUnfinished() {
        return !TRANSITIONS.getOrDefault(status(), Set.of()).isEmpty();
    }

    UUID id() {
        return beginning.id();
    }

    CaseId caseId() {
        return beginning.caseId();
    }

    UUID organisation() {
        return beginning.organisation();
    }

    Subject subject() {
        return subject(id());
    }

    static Subject subject(UUID id) {
        return new Subject("interview", id);
    }

    Content content() {
        return content;
    }

    Course course() {
        return course;
    }

    InterviewStatus status() {
        return course.status();
    }

    private void goOn(Viewer by, Instant at) {
        Refused.unless(isUnfinished(), "screening.refused.ended");
        if (status() == InterviewStatus.PAUSED) {
            become(InterviewStatus.OPEN, by, at, null);
        }
        course = new Course(status(), at, by.account(), null, null, course.version());
    }

    private void become(InterviewStatus next, Viewer by, Instant at, @Nullable UUID handedTo) {
        Refused.unless(isUnfinished(), "screening.refused.ended");
        Refused.unless(TRANSITIONS.getOrDefault(status(), Set.of()).contains(next), "screening.refused.out.of.order");
        boolean ends = TRANSITIONS.getOrDefault(next, Set.of()).isEmpty();
        course = new Course(next, at, by.account(), ends ? at : null, handedTo, course.version());
    }
}
