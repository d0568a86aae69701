package masar.forms.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import masar.forms.QuestionType;
import org.jspecify.annotations.Nullable;

/** What the cell "type" of a survey row says. */
record TypeCell(Kind kind, @Nullable QuestionType type, String list, boolean orOther) {

    enum Kind {
        QUESTION,
        BEGIN_GROUP,
        END_GROUP,
        BEGIN_REPEAT,
        END_REPEAT,
        /** A type XLSForm knows and we refuse: files, media, externals. */
        UNSUPPORTED,
        UNKNOWN
    }

    private static final Pattern SELECT = Pattern.compile(
            "(select one|select1|select_one|select multiple|select_multiple|select all that apply)"
                    + "(?:\\s+from)?(?:\\s+(\\S+))?(\\s+(?:or_other|or specify other|or other))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME =
            Pattern.compile("(begin|end)[ _](group|repeat|loop)", Pattern.CASE_INSENSITIVE);

    private static final Map<String, QuestionType> SIMPLE = Map.ofEntries(
            Map.entry("start", QuestionType.START),
            Map.entry("end", QuestionType.END),
            Map.entry("today", QuestionType.TODAY),
            Map.entry("deviceid", QuestionType.DEVICE_ID),
            Map.entry("device id", QuestionType.DEVICE_ID),
            Map.entry("imei", QuestionType.DEVICE_ID),
            Map.entry("username", QuestionType.USER_NAME),
            Map.entry("phonenumber", QuestionType.PHONE_NUMBER),
            Map.entry("email", QuestionType.EMAIL),
            Map.entry("subscriberid", QuestionType.SUBSCRIBER_ID),
            Map.entry("simserial", QuestionType.SIM_SERIAL),
            Map.entry("text", QuestionType.TEXT),
            Map.entry("string", QuestionType.TEXT),
            Map.entry("phone number", QuestionType.TEXT),
            Map.entry("integer", QuestionType.INTEGER),
            Map.entry("int", QuestionType.INTEGER),
            Map.entry("decimal", QuestionType.DECIMAL),
            Map.entry("date", QuestionType.DATE),
            Map.entry("time", QuestionType.TIME),
            Map.entry("datetime", QuestionType.DATE_TIME),
            Map.entry("note", QuestionType.NOTE),
            Map.entry("calculate", QuestionType.CALCULATE),
            Map.entry("acknowledge", QuestionType.ACKNOWLEDGE),
            Map.entry("trigger", QuestionType.ACKNOWLEDGE),
            Map.entry("geopoint", QuestionType.GEOPOINT),
            Map.entry("gps", QuestionType.GEOPOINT),
            Map.entry("location", QuestionType.GEOPOINT),
            Map.entry("range", QuestionType.RANGE),
            Map.entry("hidden", QuestionType.HIDDEN));

    private static final Set<String> UNSUPPORTED = Set.of(
            "image",
            "photo",
            "audio",
            "video",
            "file",
            "barcode",
            "geotrace",
            "geoshape",
            "rank",
            "audit",
            "csv-external",
            "xml-external",
            "background-audio",
            "background-geopoint",
            "start-geopoint",
            "osm",
            "include",
            "select_one_from_file",
            "select_multiple_from_file",
            "select_one_external");

    /** Reads the cell, whatever its case and number of blanks. */
    static TypeCell of(String cell) {
        String type = cell.strip().replaceAll("\\s+", " ");
        String lower = type.toLowerCase(Locale.ROOT);
        Matcher frame = FRAME.matcher(lower);
        if (frame.matches() && !frame.group(2).equals("loop")) {
            return new TypeCell(
                    Kind.valueOf((frame.group(1) + "_" + frame.group(2)).toUpperCase(Locale.ROOT)), null, "", false);
        }
        if (UNSUPPORTED.contains(lower.split(" ")[0]) || lower.matches("(begin|end)[ _]loop.*")) {
            return new TypeCell(Kind.UNSUPPORTED, null, "", false);
        }
        Matcher select = SELECT.matcher(type);
        if (select.matches()) {
            boolean one = select.group(1).toLowerCase(Locale.ROOT).matches("select(1|[ _]one)");
            return new TypeCell(
                    Kind.QUESTION,
                    one ? QuestionType.SELECT_ONE : QuestionType.SELECT_MULTIPLE,
                    Optional.ofNullable(select.group(2)).orElse(""),
                    select.group(3) != null);
        }
        QuestionType simple = SIMPLE.get(lower);
        return new TypeCell(simple == null ? Kind.UNKNOWN : Kind.QUESTION, simple, "", false);
    }
}
