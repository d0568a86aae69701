package masar.worklist.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import masar.country.Clock;
import masar.country.Countries;
import masar.country.PackEntry;
import masar.country.PackFolder;
import masar.country.PackPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told that a step waits, and when: {@code escalation.yaml} of the country pack. */
@Component
class EscalationRules implements PackPart {

    private static final String FILE = "escalation.yaml";

    private final Countries countries;
    private List<Chain> chains = List.of();
    private List<Clock> acknowledgement = List.of();

    EscalationRules(Countries countries) {
        this.countries = countries;
    }

    /**
     * One order in which people are told.
     *
     * @param within counts for steps that were given at most so long; null for all others
     * @param reminderPercent of the time given, from 1 to 99
     * @param rungs the first is told when the step is due
     */
    record Chain(@Nullable Duration within, int reminderPercent, List<Rung> rungs) {

        /** When whoever must act is reminded. */
        Instant reminder(Instant opened, Instant due) {
            return opened.plus(
                    Duration.between(opened, due).multipliedBy(reminderPercent).dividedBy(100));
        }

        /** Whose turn it is at this rung, counted from 1; beyond the last it is the last again. */
        Rung rung(int number) {
            return rungs.get(Math.min(number, rungs.size()) - 1);
        }
    }

    /**
     * Who is told.
     *
     * @param after time since the one before was told; null for the first
     */
    record Rung(Level to, @Nullable Clock after) {}

    @Override
    public void load(PackFolder folder) {
        PackEntry file = folder.file(FILE).yaml().only("chains", "acknowledgement", "verified", "source");
        file.provenance();
        var read = new ArrayList<Chain>();
        for (PackEntry entry : file.get("chains").list()) {
            read.add(chain(entry, read));
        }
        if (read.isEmpty() || read.getLast().within() != null) {
            throw file.get("chains").problem("the last chain must count for every step: without 'within-hours'");
        }
        var choices =
                file.get("acknowledgement").list().stream().map(this::clock).toList();
        if (choices.isEmpty()) {
            throw file.get("acknowledgement").problem("at least one clock is needed");
        }
        chains = List.copyOf(read);
        acknowledgement = choices;
    }

    private Chain chain(PackEntry entry, List<Chain> before) {
        entry.only("within-hours", "reminder-percent", "levels");
        if (!before.isEmpty() && before.getLast().within() == null) {
            throw entry.problem("no step reaches this chain: the one before it counts for every step");
        }
        Duration within = entry.find("within-hours")
                .map(hours -> Duration.ofHours(hours.number(1)))
                .orElse(null);
        Duration shorter = before.isEmpty() ? null : before.getLast().within();
        if (within != null && shorter != null && within.compareTo(shorter) <= 0) {
            throw entry.get("within-hours").problem("no step reaches this chain: one before it counts for as long");
        }
        int percent = entry.get("reminder-percent").number(1);
        if (percent > 99) {
            throw entry.get("reminder-percent").problem("must be at most 99, but is " + percent);
        }
        return new Chain(within, percent, rungs(entry.get("levels")));
    }

    private List<Rung> rungs(PackEntry levels) {
        var rungs = new ArrayList<Rung>();
        for (PackEntry entry : levels.list()) {
            rungs.add(rung(entry.only("to", "after"), rungs));
        }
        if (rungs.isEmpty()) {
            throw levels.problem("at least one level is needed");
        }
        return List.copyOf(rungs);
    }

    private Rung rung(PackEntry entry, List<Rung> before) {
        Level level = entry.get("to").as("officer, supervisor, focal-point or coordinator", Level::told);
        if (!before.isEmpty() && level.compareTo(before.getLast().to()) <= 0) {
            throw entry.get("to").problem("'" + level.code() + "' must stand after those below");
        }
        if (before.isEmpty()) {
            if (entry.find("after").isPresent()) {
                throw entry.get("after").problem("the first is told when the step is due, so it has no 'after'");
            }
            return new Rung(level, null);
        }
        return new Rung(level, clock(entry.get("after")));
    }

    private Clock clock(PackEntry entry) {
        var clock = countries.current().clocks().get(entry.text());
        if (clock == null) {
            throw entry.problem("there is no clock '" + entry.text() + "'");
        }
        return clock;
    }

    /** The chain of a step that was opened and is due then. */
    Chain chain(Instant opened, Instant due) {
        Duration given = Duration.between(opened, due);
        return chains.stream()
                .filter(chain -> chain.within() == null || given.compareTo(chain.within()) <= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the country pack is not loaded yet"));
    }

    List<Chain> chains() {
        return chains;
    }

    /** Among which one chooses by when one acts. */
    List<Clock> acknowledgement() {
        return acknowledgement;
    }

    /** The clock of this key, if one may acknowledge for so long. */
    Optional<Clock> acknowledgement(String key) {
        return acknowledgement.stream().filter(clock -> clock.key().equals(key)).findFirst();
    }
}
