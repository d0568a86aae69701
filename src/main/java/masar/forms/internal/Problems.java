package masar.forms.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import masar.forms.FormProblem;
import masar.forms.FormProblem.Kind;

/** Collects what is wrong with a form while it is read. */
final class Problems {

    private final Set<FormProblem> found = new LinkedHashSet<>();

    void add(Kind kind, String sheet, int row, String column, String detail) {
        found.add(new FormProblem(kind, sheet, row, column, detail));
    }

    /** A problem in a cell of the line, or where the cell would be. */
    void add(Kind kind, SheetTable.Line line, String head, String detail) {
        add(kind, line.sheet(), line.row(), line.columnLetters(head), detail);
    }

    boolean anyError() {
        return found.stream().anyMatch(problem -> !problem.kind().isWarning());
    }

    List<FormProblem> all() {
        return List.copyOf(found);
    }
}
