package masar.identification.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import masar.country.Clock;
import masar.country.ClockUnit;
import masar.country.Countries;
import masar.country.PackEntry;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the country says around decisions: {@code identification.yaml} of the country pack. */
@Component
public class IdentificationRules implements PackPart {

    private static final String FILE = "identification.yaml";
    private static final String ADULT = "recovery-and-reflection-adult";
    private static final String CHILD = "recovery-and-reflection-child";
    private static final Set<String> KEPT_OUT = Set.of("interviewer", "manager", "decided-before");

    /** Whether panels decide. */
    public enum Use {
        OFF,
        OPTIONAL,
        REQUIRED
    }

    /**
     * Recovery and reflection.
     *
     * @param extensions how often it may be made longer
     * @param closureRefused by closure-reason: the code of reflection-suspends that stands against it
     */
    public record Reflection(
            int extensions,
            Clock forAdults,
            Clock forChildren,
            Clock warnsOwner,
            Clock warnsAuthority,
            Clock confirmation,
            Map<String, String> closureRefused,
            Provenance provenance) {

        Clock extension(String period) {
            return period.equals(CHILD) ? forChildren : forAdults;
        }
    }

    /**
     * Panels.
     *
     * @param keptOut what nobody may have been who sits
     */
    public record Panel(
            Use use,
            int quorum,
            int most,
            Set<String> keptOut,
            Clock declaration,
            Clock access,
            Provenance provenance) {}

    /** Who reviews: {@code same-authority}, {@code another-authority} or the key of an organisation. */
    public record Instance(String key, String by, Clock ask, Clock decide) {}

    /** Review and appeal, in order. */
    public record Review(List<Instance> instances, Set<String> closureRefused, Provenance provenance) {

        /** The instance after so many, if there is one. */
        Optional<Instance> after(int passed) {
            return passed < instances.size() ? Optional.of(instances.get(passed)) : Optional.empty();
        }
    }

    private final Countries countries;
    private @Nullable Reflection reflection;
    private @Nullable Panel panel;
    private @Nullable Review review;

    IdentificationRules(Countries countries) {
        this.countries = countries;
    }

    @Override
    public void load(PackFolder folder) {
        PackEntry file = folder.file(FILE).yaml().only("reflection", "panel", "review");
        var readReflection = reflection(file.get("reflection"));
        var readPanel = panel(file.get("panel"));
        review = review(file.get("review"));
        reflection = readReflection;
        panel = readPanel;
    }

    private Reflection reflection(PackEntry entry) {
        entry.only("extensions", "extension", "warnings", "end-confirmation", "closure-refused", "verified", "source");
        var extension = entry.get("extension").only("adult", "child");
        var warnings = entry.get("warnings").only("owner", "authority");
        var refused = new LinkedHashMap<String, String>();
        entry.get("closure-refused").fields().forEach((reason, suspended) -> {
            known(suspended, "closure-reason", reason);
            known(suspended, "reflection-suspends", suspended.text());
            refused.put(reason, suspended.text());
        });
        return new Reflection(
                entry.get("extensions").number(0),
                clock(extension.get("adult")),
                clock(extension.get("child")),
                warning(warnings.get("owner")),
                warning(warnings.get("authority")),
                clock(entry.get("end-confirmation")),
                Map.copyOf(refused),
                entry.provenance());
    }

    /** Counted back from the end of the period, which is possible for days of the calendar only. */
    private Clock warning(PackEntry entry) {
        var clock = clock(entry);
        if (clock.unit() != ClockUnit.CALENDAR_DAYS) {
            throw entry.problem("'" + clock.key() + "' counts back from an end, so it must be in calendar-days");
        }
        for (String period : List.of(ADULT, CHILD)) {
            var whole = countries.current().clock(period);
            if (whole.unit() == ClockUnit.CALENDAR_DAYS && whole.amount() <= clock.amount()) {
                throw entry.problem("'" + clock.key() + "' is not shorter than '" + period + "'");
            }
        }
        return clock;
    }

    private Panel panel(PackEntry entry) {
        entry.only("use", "quorum", "most-members", "kept-out", "declaration", "access", "verified", "source");
        var keptOut = new HashSet<String>();
        for (PackEntry each : entry.get("kept-out").list()) {
            if (!KEPT_OUT.contains(each.text())) {
                throw each.problem("expected interviewer, manager or decided-before, found '" + each.text() + "'");
            }
            keptOut.add(each.text());
        }
        int quorum = entry.get("quorum").number(1);
        return new Panel(
                entry.get("use").as("off, optional or required", IdentificationRules::use),
                quorum,
                entry.get("most-members").number(quorum),
                Set.copyOf(keptOut),
                clock(entry.get("declaration")),
                clock(entry.get("access")),
                entry.provenance());
    }

    private static Use use(String code) {
        return Use.valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    private Review review(PackEntry entry) {
        entry.only("instances", "closure-refused", "verified", "source");
        var instances = new ArrayList<Instance>();
        for (PackEntry each : entry.get("instances").list()) {
            each.only("key", "by", "ask", "decide");
            instances.add(new Instance(
                    each.get("key").text(), each.get("by").text(), clock(each.get("ask")), clock(each.get("decide"))));
        }
        var refused = new HashSet<String>();
        for (PackEntry each : entry.get("closure-refused").list()) {
            known(each, "closure-reason", each.text());
            refused.add(each.text());
        }
        return new Review(List.copyOf(instances), Set.copyOf(refused), entry.provenance());
    }

    private void known(PackEntry at, String list, String code) {
        if (!countries.current().wordList(list).has(code)) {
            throw at.problem("the word list " + list + " has no '" + code + "'");
        }
    }

    private Clock clock(PackEntry entry) {
        var clock = countries.current().clocks().get(entry.text());
        if (clock == null) {
            throw entry.problem("there is no clock '" + entry.text() + "'");
        }
        return clock;
    }

    Reflection reflection() {
        return loaded(reflection);
    }

    Panel panel() {
        return loaded(panel);
    }

    Review review() {
        return loaded(review);
    }

    private static <T> T loaded(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the country pack is not loaded yet");
        }
        return part;
    }
}
