package masar.forms;

import java.util.Locale;

/**
 * Something wrong with a form, told so that its author finds the place.
 *
 * @param sheet the sheet, or empty when the whole file is meant
 * @param row counted from 1; 0 when no single row is meant
 * @param column the letters of the column, or empty
 * @param detail the word that is wrong: a type, a name, a list, a language. Forms hold no personal data
 */
public record FormProblem(Kind kind, String sheet, int row, String column, String detail) {

    /** What is wrong. Warnings let the form through; a country pack may be stricter. */
    public enum Kind {
        FILE_UNREADABLE,
        SHEET_MISSING,
        COLUMN_MISSING,
        DUPLICATE_COLUMN,
        MISSING_TYPE,
        UNKNOWN_TYPE,
        UNSUPPORTED_TYPE,
        MISSING_NAME,
        BAD_NAME,
        DUPLICATE_NAME,
        UNBALANCED_GROUP,
        /** More than twenty groups inside each other. */
        TOO_DEEP,
        MISSING_LABEL,
        MISSING_LIST_NAME,
        UNKNOWN_LIST,
        BAD_CHOICE_CODE,
        DUPLICATE_CHOICE,
        MISSING_CALCULATION,
        UNKNOWN_REFERENCE,
        BAD_EXPRESSION,
        BAD_PARAMETERS,
        UNKNOWN_LANGUAGE,
        ENGINE_REFUSES,
        MISSING_TRANSLATION;

        public boolean isWarning() {
            return this == MISSING_TRANSLATION;
        }
    }

    /** The key of the message, whose arguments are sheet, row, column and detail. */
    public String key() {
        return "forms.problem." + kind.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String toString() {
        String place = sheet.isEmpty() ? "file" : sheet + (row > 0 ? "!" + column + row : "");
        return place + ": " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
