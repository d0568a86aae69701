package masar.procedure.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import masar.country.PackProblem;
import masar.procedure.internal.TableGrid.Column;
import masar.procedure.internal.TableGrid.Row;
import org.jspecify.annotations.Nullable;

/**
 * Asks a table every question there is, one for each combination of regions of its inputs: a question without an answer,
 * one with two answers where only one is allowed, and a rule that never answers are refused.
 */
final class TableGaps {

    private static final long MOST = 200_000;

    private final TableGrid grid;
    private final BitSet met = new BitSet();

    private TableGaps(TableGrid grid) {
        this.grid = grid;
    }

    /** Throws {@link PackProblem} with the question in words. */
    static void check(TableGrid grid) {
        long questions = 1;
        for (Column column : grid.columns()) {
            questions *= column.values().size();
            if (questions > MOST) {
                throw grid.file()
                        .problem(grid.line(), "there are more than " + MOST + " combinations of inputs to check");
            }
        }
        new TableGaps(grid).ask((int) questions);
    }

    private void ask(int questions) {
        int[] at = new int[grid.columns().size()];
        for (int question = 0; question < questions; question++) {
            answer(at);
            for (int column = at.length - 1; column >= 0; column--) {
                at[column]++;
                if (at[column] < grid.columns().get(column).values().size()) {
                    break;
                }
                at[column] = 0;
            }
        }
        int silent = met.nextClearBit(0);
        if (silent < grid.rows().size()) {
            Row row = grid.rows().get(silent);
            throw grid.file()
                    .problem(
                            row.line(),
                            "rule '" + row.id() + "' never answers: "
                                    + (grid.policy().equals("FIRST")
                                            ? "earlier rules answer every question it could answer"
                                            : "no values meet all its entries"));
        }
    }

    private void answer(int[] at) {
        int first = -1;
        for (int row = 0; row < grid.rows().size(); row++) {
            if (!meets(grid.rows().get(row), at)) {
                continue;
            }
            if (first < 0) {
                first = row;
                met.set(row);
            } else {
                second(grid.rows().get(first), row, at);
            }
        }
        if (first < 0) {
            throw grid.file().problem(grid.line(), "gap: no rule answers " + question(at));
        }
    }

    private void second(Row first, int number, int[] at) {
        Row row = grid.rows().get(number);
        boolean allowed = switch (grid.policy()) {
            case "FIRST" -> true;
            case "ANY" -> row.outputs().equals(first.outputs());
            default -> false;
        };
        if (!allowed) {
            throw grid.file()
                    .problem(
                            row.line(),
                            "overlap: rules '" + first.id() + "' and '" + row.id() + "' both answer " + question(at));
        }
        if (!grid.policy().equals("FIRST")) {
            met.set(number);
        }
    }

    private boolean meets(Row row, int[] at) {
        for (int column = 0; column < at.length; column++) {
            if (!row.cells().get(column).meets(value(column, at))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object value(int column, int[] at) {
        List<@Nullable Object> values = grid.columns().get(column).values();
        return values.get(at[column]);
    }

    private String question(int[] at) {
        var words = new StringJoiner(", ");
        for (int column = 0; column < at.length; column++) {
            Object value = value(column, at);
            String said = value instanceof String text ? "\"" + text + "\"" : Objects.toString(value, "not known");
            words.add(grid.columns().get(column).name() + " = " + said);
        }
        return words.toString();
    }
}
