package masar.forms;

import java.util.List;
import java.util.stream.Collectors;
import masar.shared.Refused;

/** A form that cannot be used; carries every problem found, not only the first. */
public final class FormRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<FormProblem> problems;

    public FormRefused(List<FormProblem> problems) {
        super("forms.refused.form", List.of(problems.size()));
        this.problems = List.copyOf(problems);
    }

    public List<FormProblem> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        return problems.stream().map(FormProblem::toString).collect(Collectors.joining("; "));
    }
}
