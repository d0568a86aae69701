package masar.country;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import masar.shared.LocalizedText;

/** One row of a CSV file, which knows its file and line; values are stripped of blanks at both ends. */
public final class PackRow {

    private final PackFile file;
    private final int line;
    private final Map<String, String> values;

    public PackRow(PackFile file, int line, Map<String, String> values) {
        this.file = file;
        this.line = line;
        this.values = Map.copyOf(values);
    }

    public int line() {
        return line;
    }

    /** The value in this column; it must not be empty. */
    public String text(String column) {
        return find(column).orElseThrow(() -> problem("column '" + column + "' is empty"));
    }

    public Optional<String> find(String column) {
        return Optional.ofNullable(values.get(column)).filter(value -> !value.isEmpty());
    }

    public LocalDate date(String column) {
        return as(column, "a date such as 2026-11-22", LocalDate::parse);
    }

    /** {@code true} or {@code false}, nothing else. */
    public boolean flag(String column) {
        return as(column, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** Columns {@code prefix_ar}, {@code prefix_fr}, {@code prefix_en}; without prefix {@code ar}, {@code fr}, {@code en}. */
    public LocalizedText localized(String prefix) {
        String start = prefix.isEmpty() ? "" : prefix + "_";
        return new LocalizedText(text(start + "ar"), text(start + "fr"), text(start + "en"));
    }

    /** Columns {@code verified} and {@code source}. */
    public Provenance provenance() {
        return new Provenance(flag("verified"), text("source"));
    }

    /** The value turned into something else; {@code what} tells the reader what was expected. */
    public <T> T as(String column, String what, Function<String, T> reading) {
        String text = text(column);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw problem("column '" + column + "': expected " + what + ", found '" + text + "'");
        }
    }

    /** A problem at this row's place. */
    public PackProblem problem(String reason) {
        return file.problem(line, reason);
    }
}
