package masar.forms.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import masar.forms.AnswerProblem.Kind;
import masar.forms.ChoiceList;
import masar.forms.Question;
import masar.forms.QuestionType;

/** Whether an answer is written as its type demands. What the answer means is JavaRosa's part. */
final class AnswerTypes {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern GEOPOINT = Pattern.compile("-?\\d{1,3}(\\.\\d+)?( -?\\d{1,5}(\\.\\d+)?){1,3}");

    private AnswerTypes() {}

    /** What is wrong with the spelling of the answer, if anything. */
    static Optional<Kind> problem(Question question, String value) {
        if (!Xml.canHold(value)) {
            return Optional.of(Kind.ILLEGAL_CHARACTER);
        }
        if (question.type().isSelect()) {
            return choicesProblem(question, value);
        }
        if (!hasType(question.dataType(), value)) {
            return Optional.of(Kind.TYPE);
        }
        return isOutOfRange(question, value) ? Optional.of(Kind.CONSTRAINT) : Optional.empty();
    }

    /** JavaRosa leaves the ends of a range to the page, which need not be ours. */
    private static boolean isOutOfRange(Question question, String value) {
        if (question.type() != QuestionType.RANGE) {
            return false;
        }
        var number = new BigDecimal(value);
        var start = new BigDecimal(question.parameters().getOrDefault("start", value));
        var end = new BigDecimal(question.parameters().getOrDefault("end", value));
        return number.compareTo(start.min(end)) < 0 || number.compareTo(start.max(end)) > 0;
    }

    private static Optional<Kind> choicesProblem(Question question, String value) {
        List<String> codes = codes(value);
        if (question.type() == QuestionType.SELECT_ONE && !value.equals(codes.getFirst())) {
            return Optional.of(Kind.UNKNOWN_CHOICE);
        }
        ChoiceList list = question.choices().orElseThrow();
        boolean known = codes.stream().allMatch(code -> list.choice(code).isPresent());
        return known ? Optional.empty() : Optional.of(Kind.UNKNOWN_CHOICE);
    }

    /** The codes of an answer to a select. */
    static List<String> codes(String value) {
        return List.of(value.strip().split("\\s+"));
    }

    private static boolean hasType(String dataType, String value) {
        try {
            return switch (dataType) {
                case "int" -> INTEGER.matcher(value).matches();
                case "decimal" -> DECIMAL.matcher(value).matches() && new BigDecimal(value).precision() <= 30;
                case "date" -> LocalDate.parse(value).getYear() > 0;
                case "time" -> isTime(value);
                case "dateTime" -> isDateTime(value);
                case "geopoint" -> GEOPOINT.matcher(value).matches();
                default -> true;
            };
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        return LocalTime.parse(value.replaceFirst("(Z|[+-]\\d{2}:?\\d{2})$", ""))
                        .toNanoOfDay()
                >= 0;
    }

    private static boolean isDateTime(String value) {
        return value.matches(".*(Z|[+-]\\d{2}:\\d{2})")
                ? OffsetDateTime.parse(value).getYear() > 0
                : LocalDateTime.parse(value).getYear() > 0;
    }
}
