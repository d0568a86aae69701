package masar.exchange.internal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case as a row of the spreadsheet: at least one value for each field that is there, several only where the
 * standard allows them. Values are normalised: no blanks round them, line ends as {@code \n}. Personal data: hidden in
 * {@code toString}.
 *
 * @param row where it was read, counted from 1; 0 for a record that was not read from a file
 */
public record HtcdsRecord(int row, Map<HtcdsField, List<String>> values) {

    public HtcdsRecord {
        var kept = new EnumMap<HtcdsField, List<String>>(HtcdsField.class);
        values.forEach((field, given) -> {
            List<String> normal = given.stream()
                    .map(HtcdsRecord::normal)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (normal.size() > 1 && !field.isMany()) {
                throw new IllegalArgumentException("several values for " + field.code());
            }
            if (!normal.isEmpty()) {
                kept.put(field, normal);
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    /** The values of a field; empty when it has none. */
    public List<String> values(HtcdsField field) {
        return values.getOrDefault(field, List.of());
    }

    /** The single, or first, value of a field. */
    public Optional<String> value(HtcdsField field) {
        return values(field).stream().findFirst();
    }

    private static String normal(String value) {
        return value.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    @Override
    public String toString() {
        return "HtcdsRecord[row " + row + ", " + values.size() + " fields hidden]";
    }
}
