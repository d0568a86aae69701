package masar.decline.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import masar.country.Clock;
import masar.country.Countries;
import masar.country.PackEntry;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.Provenance;
import masar.decline.StubField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may stay of an adult who declined, and how long their code works: {@code decline.yaml} of the country pack. */
@Component
public class DeclineRules implements PackPart {

    private static final String FILE = "decline.yaml";

    private final Countries countries;
    private @Nullable Rules rules;

    DeclineRules(Countries countries) {
        this.countries = countries;
    }

    /**
     * The rules.
     *
     * @param ageBands first year of each band, rising
     * @param tries wrong codes that one account may try within {@code triesWithin}
     */
    public record Rules(
            Set<StubField> fields,
            List<Integer> ageBands,
            Clock codeLasts,
            int tries,
            Clock triesWithin,
            Provenance provenance) {

        /** The band in which this age lies, such as {@code 25-39}; the last one is open. */
        String band(int age) {
            int at = 0;
            while (at + 1 < ageBands.size() && ageBands.get(at + 1) <= age) {
                at++;
            }
            int first = ageBands.get(at);
            return at + 1 < ageBands.size() ? first + "-" + (ageBands.get(at + 1) - 1) : first + "+";
        }

        /** The band of an adult whose age nobody knows. */
        String adult() {
            return ageBands.getFirst() + "+";
        }
    }

    @Override
    public void load(PackFolder folder) {
        PackEntry file =
                folder.file(FILE).yaml().only("stub", "age-bands", "code-lasts", "tries", "verified", "source");
        var tries = file.get("tries").only("count", "within");
        rules = new Rules(
                fields(file.get("stub")),
                bands(file.get("age-bands")),
                clock(file.get("code-lasts")),
                tries.get("count").number(1),
                clock(tries.get("within")),
                file.provenance());
    }

    private static Set<StubField> fields(PackEntry stub) {
        var fields = EnumSet.noneOf(StubField.class);
        for (PackEntry entry : stub.list()) {
            if (!fields.add(entry.as("one of " + codes(), StubField::of))) {
                throw entry.problem("'" + entry.text() + "' stands here twice");
            }
        }
        if (fields.contains(StubField.DAY) && fields.contains(StubField.MONTH)) {
            throw stub.problem("either the day or the month stays, not both");
        }
        return fields;
    }

    private static List<String> codes() {
        return EnumSet.allOf(StubField.class).stream().map(StubField::code).toList();
    }

    private static List<Integer> bands(PackEntry entry) {
        var bands = new ArrayList<Integer>();
        for (PackEntry each : entry.list()) {
            bands.add(each.number(bands.isEmpty() ? 1 : bands.getLast() + 1));
        }
        if (bands.isEmpty()) {
            throw entry.problem("at least one band is needed");
        }
        return List.copyOf(bands);
    }

    private Clock clock(PackEntry entry) {
        var clock = countries.current().clocks().get(entry.text());
        if (clock == null) {
            throw entry.problem("there is no clock '" + entry.text() + "'");
        }
        return clock;
    }

    /** When something that begins then is over by this clock. */
    Instant until(Clock clock, Instant from) {
        return countries.current().calendar().due(from, clock);
    }

    Rules rules() {
        if (rules == null) {
            throw new IllegalStateException("the country pack is not loaded yet");
        }
        return rules;
    }
}
