package masar.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of reading a form: the form unless an error was found, and every error and warning. */
public final class FormReading {

    private final @Nullable FormDefinition form;
    private final List<FormProblem> problems;

    public FormReading(@Nullable FormDefinition form, List<FormProblem> problems) {
        this.form = form;
        this.problems = List.copyOf(problems);
    }

    /** The form. Throws {@link FormRefused} with all problems when it has errors. */
    public FormDefinition form() {
        if (form == null) {
            throw new FormRefused(errors());
        }
        return form;
    }

    public List<FormProblem> errors() {
        return problems.stream().filter(problem -> !problem.kind().isWarning()).toList();
    }

    public List<FormProblem> warnings() {
        return problems.stream().filter(problem -> problem.kind().isWarning()).toList();
    }
}
