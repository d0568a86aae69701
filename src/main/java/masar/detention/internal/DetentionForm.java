package masar.detention.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import masar.detention.Detention;
import masar.detention.Detention.Circumstances;
import masar.shell.Filled;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;

/** What the form of a detention posts. */
public record DetentionForm(
        @Nullable String heldSince,
        @Nullable String facilityKind,
        @Nullable String facility,
        @Nullable String place,
        @Nullable String reason,
        @Nullable String removalOrderedOn,
        @Nullable String removalOn,
        @Nullable String version) {

    private static final int LONGEST_PLACE = 500;

    Circumstances read(PackWords words) {
        var problems = new Problems()
                .required("heldSince", heldSince)
                .oneOf("facilityKind", facilityKind, words.codes("facility-kind"))
                .oneOf("reason", reason, words.codes("detention-reason"))
                .atMost("place", place, LONGEST_PLACE);
        String where = told(facility);
        if (where != null) {
            problems.oneOf("facility", where, PackWords.values(words.facilities()));
        }
        LocalDate since = problems.day("heldSince", heldSince);
        LocalDate ordered = problems.day("removalOrderedOn", removalOrderedOn);
        LocalDate removal = problems.day("removalOn", removalOn);
        problems.refuseIfAny();
        return new Circumstances(
                since == null ? LocalDate.EPOCH : since,
                String.valueOf(facilityKind),
                where == null ? null : UUID.fromString(where),
                told(place),
                String.valueOf(reason),
                ordered,
                removal);
    }

    /** The version that was read; one that never was when it is missing. */
    int versionRead() {
        return version == null || !version.matches("\\d{1,9}") ? -1 : Integer.parseInt(version);
    }

    static Filled of(Detention detention) {
        var known = detention.circumstances();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("heldSince", known.heldSince().toString());
        values.put("facilityKind", known.facilityKind());
        put(values, "facility", known.facility());
        put(values, "place", known.place());
        values.put("reason", known.reason());
        put(values, "removalOrderedOn", known.removalOrderedOn());
        put(values, "removalOn", known.removalOn());
        values.put("version", Integer.toString(detention.version()));
        return Filled.with(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String toString() {
        return "DetentionForm[hidden]";
    }
}
