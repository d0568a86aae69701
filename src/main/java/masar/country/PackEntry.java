package masar.country;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import masar.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One value of a YAML file, which knows its file and line. It is a text, a list or a map; asking it for what it is not
 * is a {@link PackProblem} that says so.
 */
public final class PackEntry {

    private final PackFile file;
    private final int line;
    private final @Nullable String text;
    private final @Nullable List<PackEntry> list;
    private final @Nullable Map<String, PackEntry> map;

    private PackEntry(
            PackFile file,
            int line,
            @Nullable String text,
            @Nullable List<PackEntry> list,
            @Nullable Map<String, PackEntry> map) {
        this.file = file;
        this.line = line;
        this.text = text;
        this.list = list;
        this.map = map;
    }

    public static PackEntry text(PackFile file, int line, String text) {
        return new PackEntry(file, line, text, null, null);
    }

    public static PackEntry list(PackFile file, int line, List<PackEntry> list) {
        return new PackEntry(file, line, null, List.copyOf(list), null);
    }

    /** A map entry; keeps the order of the map it is given. */
    public static PackEntry map(PackFile file, int line, Map<String, PackEntry> map) {
        return new PackEntry(file, line, null, null, map);
    }

    public int line() {
        return line;
    }

    public boolean isText() {
        return text != null;
    }

    public boolean isMap() {
        return map != null;
    }

    /** The entries of a list or the values of a map; none of a text. */
    public List<PackEntry> children() {
        return list != null ? list : map != null ? List.copyOf(map.values()) : List.of();
    }

    public String text() {
        if (text == null || text.isBlank()) {
            throw problem("expected a text");
        }
        return text;
    }

    public List<PackEntry> list() {
        if (list == null) {
            throw problem("expected a list");
        }
        return list;
    }

    /** The fields in the order of the file. */
    public Map<String, PackEntry> fields() {
        if (map == null) {
            throw problem("expected a map of names and values");
        }
        return map;
    }

    public PackEntry get(String field) {
        return find(field).orElseThrow(() -> problem("field '" + field + "' is missing"));
    }

    public Optional<PackEntry> find(String field) {
        return Optional.ofNullable(fields().get(field));
    }

    /** Refuses a field that is none of these: a misspelt word must not be silently ignored. */
    public PackEntry only(String... known) {
        Set<String> allowed = Set.of(known);
        fields().forEach((field, value) -> {
            if (!allowed.contains(field)) {
                throw value.problem("unknown field '" + field + "'");
            }
        });
        return this;
    }

    /** A whole number of at least {@code least}. */
    public int number(int least) {
        int number = as("a whole number", Integer::parseInt);
        if (number < least) {
            throw problem("must be at least " + least + ", but is " + number);
        }
        return number;
    }

    /** {@code true} or {@code false}, nothing else. */
    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw problem("expected true or false, found '" + text() + "'");
        };
    }

    public LocalDate date() {
        return as("a date such as 2026-11-22", LocalDate::parse);
    }

    public LocalTime time() {
        return as("a time such as \"08:00\"", LocalTime::parse);
    }

    /** A text in the three languages: fields {@code ar}, {@code fr} and {@code en}, none blank. */
    public LocalizedText localized() {
        return new LocalizedText(get("ar").text(), get("fr").text(), get("en").text());
    }

    /** Fields {@code verified} and {@code source} of this map. */
    public Provenance provenance() {
        return new Provenance(get("verified").flag(), get("source").text());
    }

    /** The text turned into something else; {@code what} tells the reader what was expected. */
    public <T> T as(String what, Function<String, T> reading) {
        try {
            return reading.apply(text());
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw problem("expected " + what + ", found '" + text() + "'");
        }
    }

    /** A problem at this entry's place. */
    public PackProblem problem(String reason) {
        return file.problem(line, reason);
    }
}
