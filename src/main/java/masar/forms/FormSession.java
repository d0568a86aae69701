package masar.forms;

import java.time.InstantSource;
import java.time.ZoneId;
import masar.forms.internal.Engine;
import masar.forms.internal.Evaluation;

/**
 * Fills a form: JavaRosa decides what is relevant, calculated, allowed and missing. Safe for use by many threads; one
 * session per form version is meant to be kept, since building it parses the form.
 */
public final class FormSession {

    private final FormDefinition form;
    private final Engine engine;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * A session for this form.
     *
     * @param clock what {@code today()} and {@code now()} in expressions ask
     * @param zone in which the day of "today" begins and ends
     * @throws FormRefused when JavaRosa cannot make the form run, for example for a cycle or an unknown function
     */
    public FormSession(FormDefinition form, InstantSource clock, ZoneId zone) {
        this.form = form;
        this.clock = clock;
        this.zone = zone;
        this.engine = new Engine(form);
        begin(form.defaultLanguage().code());
    }

    public FormDefinition form() {
        return form;
    }

    /** A new interview: the form's defaults, calculations, and the data about the interview itself. */
    public Filling begin(String language) {
        return engine.with(
                parsed -> new Evaluation(form, parsed, clock.instant().atZone(zone)).begin(language));
    }

    /**
     * Checks answers, complete or not. Whatever is wrong or missing is told, and every given answer is kept.
     *
     * @throws FormRefused when an expression of the form itself fails on these answers; then keep the answers unchecked
     */
    public Filling fill(Answers answers) {
        return engine.with(
                parsed -> new Evaluation(form, parsed, clock.instant().atZone(zone)).of(answers));
    }

    /**
     * Checks answers that are meant to be complete, and writes down when the interview ended if the form wants it. The
     * interview is complete only if {@link Filling#isComplete} says so.
     */
    public Filling finish(Answers answers) {
        String now = Evaluation.moment(clock.instant().atZone(zone));
        Answers ended = answers;
        for (Question question : form.questions()) {
            if (question.type() == QuestionType.END) {
                ended = ended.with(question.name(), now);
            }
        }
        return fill(ended);
    }
}
