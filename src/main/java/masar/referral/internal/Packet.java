package masar.referral.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonName;

/** The part of what is known of a person that a referral carries: chosen by the sender, frozen when it is sent. */
final class Packet {

    /** Parts a sender may choose, in the order of the page. */
    static final List<String> PARTS = List.of("name", "birth", "age", "gender", "nationality", "language");

    private Packet() {}

    /** Values of the chosen parts; codes stay codes, so that each reader sees them in their own language. */
    static Map<String, String> of(Person person, Set<String> shared) {
        var packet = new LinkedHashMap<String, String>();
        for (String part : PARTS) {
            String value = shared.contains(part) ? value(person, part) : "";
            if (!value.isBlank()) {
                packet.put(part, value);
            }
        }
        return packet;
    }

    private static String value(Person person, String part) {
        return switch (part) {
            case "name" -> person.names().stream().map(PersonName::inFull).collect(Collectors.joining(" · "));
            case "birth" -> birth(person.birth());
            case "age" -> person.ageNow().code();
            case "gender" -> person.gender() == null ? "" : person.gender();
            case "nationality" -> String.join(" ", person.nationalities());
            case "language" -> person.language() == null ? "" : person.language();
            default -> "";
        };
    }

    private static String birth(@org.jspecify.annotations.Nullable PartialDate date) {
        if (date == null) {
            return "";
        }
        String text = date.day() != null
                ? date.day() + "/" + date.month() + "/" + date.year()
                : date.month() != null ? date.month() + "/" + date.year() : Integer.toString(date.year());
        return date.estimated() ? "≈ " + text : text;
    }
}
