package masar.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import masar.country.Provenance;
import masar.shared.LocalizedText;

/**
 * How long records of one class are kept in this country.
 *
 * @param recordClass key
 * @param period counted in the country's calendar; at least a day
 * @param countsFrom the event from which it counts
 * @param basis what the period rests on, or that no rule was found
 */
public record RetentionRule(
        String recordClass,
        LocalizedText name,
        Period period,
        LocalizedText countsFrom,
        LocalizedText basis,
        Provenance provenance) {

    /** When the period of a record is over that began then. */
    public Instant over(Instant since, ZoneId zone) {
        return since.atZone(zone).plus(period).toInstant();
    }

    /** Before when a record must have ended for its period to be over at this moment. */
    public Instant endedBefore(Instant now, ZoneId zone) {
        return now.atZone(zone).minus(period).toInstant();
    }
}
