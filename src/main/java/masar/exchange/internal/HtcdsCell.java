package masar.exchange.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import masar.exchange.internal.HtcdsProblem.Kind;
import masar.forms.Spreadsheet;
import masar.forms.Spreadsheet.Cell;

/** Reads one cell as its field demands, and says what is wrong with it. */
final class HtcdsCell {

    private static final Pattern PHONE = Pattern.compile("(\\+|00)?[0-9]{5,15}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> YES = Set.of("true", "yes", "1", "oui", "vrai", "نعم");
    private static final Set<String> NO = Set.of("false", "no", "0", "non", "faux", "لا");

    /** Numbers that are more likely a year typed into the cell than a day counted from 1900. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 3000;

    private final HtcdsCodes codes;
    private final LocalDate today;
    private final HtcdsField field;
    private final Cell cell;
    private final Consumer<Kind> problems;

    HtcdsCell(HtcdsCodes codes, LocalDate today, HtcdsField field, Cell cell, Consumer<Kind> problems) {
        this.codes = codes;
        this.today = today;
        this.field = field;
        this.cell = cell;
        this.problems = problems;
    }

    /** The values of the cell; empty when it is wrong or blank. */
    List<String> values() {
        if (cell.kind() == Spreadsheet.Kind.FORMULA || cell.kind() == Spreadsheet.Kind.ERROR) {
            return refuse(Kind.FORMULA);
        }
        String found = cell.text().strip();
        if (found.isEmpty()) {
            return List.of();
        }
        boolean text = cell.kind() == Spreadsheet.Kind.TEXT;
        if (text && FormulaGuard.isBare(found) && !isPhone(found)) {
            return refuse(Kind.FORMULA);
        }
        String value = text ? FormulaGuard.unguard(found) : found;
        if (value.length() > field.longest() && !field.isMany()) {
            return refuse(Kind.TOO_LONG);
        }
        return read(value);
    }

    private List<String> read(String value) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> List.of(value);
            case DATE -> date(value);
            case BOOLEAN -> truth(value.toLowerCase(Locale.ROOT));
            case CODE, CODES -> codes(value, Kind.UNKNOWN_CODE);
            case CITIZENSHIP -> codes(value, Kind.BAD_CITIZENSHIP);
            case PHONE -> phone(value);
            case EMAIL -> EMAIL.matcher(value).matches() ? List.of(value) : refuse(Kind.BAD_EMAIL);
        };
    }

    private List<String> date(String value) {
        Optional<LocalDate> date = switch (cell.kind()) {
            case DATE, TEXT -> iso(value);
            case NUMBER -> serial(value);
            default -> Optional.empty();
        };
        if (date.isEmpty()) {
            return refuse(Kind.BAD_DATE);
        }
        if (date.get().isAfter(today) || date.get().isBefore(today.minusYears(130))) {
            return refuse(Kind.IMPOSSIBLE_DATE);
        }
        return List.of(date.get().toString());
    }

    private static Optional<LocalDate> iso(String value) {
        try {
            return ISO_DATE.matcher(value).matches() ? Optional.of(LocalDate.parse(value)) : Optional.empty();
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    /** A day as Excel counts it, in a cell that lost its date format; days before March 1900 are miscounted by Excel. */
    private static Optional<LocalDate> serial(String value) {
        if (!value.matches("\\d{2,6}")) {
            return Optional.empty();
        }
        int day = Integer.parseInt(value);
        boolean year = day >= FIRST_YEAR && day <= LAST_YEAR;
        return year || day <= 60
                ? Optional.empty()
                : Optional.of(LocalDate.of(1899, 12, 30).plusDays(day));
    }

    private List<String> truth(String value) {
        if (YES.contains(value)) {
            return List.of("TRUE");
        }
        return NO.contains(value) ? List.of("FALSE") : refuse(Kind.BAD_BOOLEAN);
    }

    private List<String> codes(String value, Kind unknown) {
        CodeMatcher.Match match = new CodeMatcher(codes.of(field)).match(value);
        if (!match.complete()) {
            return refuse(unknown);
        }
        if (match.codes().size() > 1 && !field.isMany()) {
            return refuse(Kind.SEVERAL_VALUES);
        }
        if (match.byLabel()) {
            problems.accept(Kind.LABEL_FOR_CODE);
        }
        return match.codes();
    }

    private List<String> phone(String value) {
        return isPhone(value) ? List.of(value.replaceAll("[ ().\\-/]", "")) : refuse(Kind.BAD_PHONE);
    }

    private boolean isPhone(String value) {
        return field.kind() == HtcdsField.Kind.PHONE
                && PHONE.matcher(value.replaceAll("[ ().\\-/]", "")).matches();
    }

    private List<String> refuse(Kind kind) {
        problems.accept(kind);
        return List.of();
    }
}
