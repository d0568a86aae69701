package masar.oversight.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import masar.audit.Readings.Reading;
import masar.oversight.internal.WatchRules.Limits;

/**
 * Something unusual in what one account read.
 *
 * @param reason {@code many-cases}, {@code outside-hours} or {@code relations}
 * @param cases how many different cases
 */
public record Unusual(String reason, int cases, Instant first, Instant last) {

    /** The densest stretch of readings, if it holds too many different cases; the oldest reading first. */
    static Optional<Unusual> manyCases(List<Reading> readings, Limits limits) {
        var window = new ArrayDeque<Reading>();
        Map<UUID, Integer> counts = new HashMap<>();
        Optional<Unusual> densest = Optional.empty();
        for (Reading reading : readings) {
            window.add(reading);
            counts.merge(reading.caseId(), 1, Integer::sum);
            while (window.getFirst().at().isBefore(reading.at().minus(limits.window()))) {
                UUID left = window.removeFirst().caseId();
                counts.computeIfPresent(left, (id, count) -> count == 1 ? null : count - 1);
            }
            int most = densest.map(Unusual::cases).orElse(limits.manyCases() - 1);
            if (counts.size() > most) {
                densest = Optional.of(new Unusual(
                        "many-cases", counts.size(), window.getFirst().at(), reading.at()));
            }
        }
        return densest;
    }

    /** The readings that fit, if they concern at least so many different cases. */
    static Optional<Unusual> among(List<Reading> readings, String reason, int atLeast, Predicate<Reading> fits) {
        var found = readings.stream().filter(fits).toList();
        int cases = (int) found.stream().map(Reading::caseId).distinct().count();
        return cases < atLeast || cases == 0
                ? Optional.empty()
                : Optional.of(new Unusual(
                        reason, cases, found.getFirst().at(), found.getLast().at()));
    }
}
