package masar.procedure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import masar.country.Provenance;
import masar.shared.LocalizedText;

/**
 * One edition of the country's procedures. A case keeps the edition it began under.
 *
 * @param validFrom first day on which cases begin under it
 * @param note what the reader must know of it, above all what is provisional
 * @param start key of the first step of every case
 * @param instruments by purpose: {@code indicators} names a catalogue of indicators, other keys a form
 * @param stations in the order of the way
 * @param outcomes how each outcome is said, by its key
 * @param steps by key, in the order of the edition
 */
public record Edition(
        String id,
        LocalDate validFrom,
        LocalizedText title,
        LocalizedText note,
        Provenance provenance,
        String start,
        Map<String, String> instruments,
        List<Station> stations,
        Map<String, LocalizedText> outcomes,
        Map<String, Step> steps) {

    public Edition {
        instruments = Map.copyOf(instruments);
        stations = List.copyOf(stations);
        outcomes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** Throws {@link IllegalArgumentException} when the edition has no such step. */
    public Step step(String key) {
        Step step = steps.get(key);
        if (step == null) {
            throw new IllegalArgumentException("edition " + id + " has no step '" + key + "'");
        }
        return step;
    }

    /** Throws {@link IllegalArgumentException} when the edition names none for this purpose. */
    public String instrument(String purpose) {
        String instrument = instruments.get(purpose);
        if (instrument == null) {
            throw new IllegalArgumentException("edition " + id + " names no instrument for '" + purpose + "'");
        }
        return instrument;
    }

    /** The steps this outcome of this step opens, in order; none if the way ends there. */
    public List<Step> after(String step, String outcome) {
        return step(step).after(outcome).stream().map(this::step).toList();
    }

    /** The station a step belongs to. */
    public Station stationOf(Step step) {
        return stations.stream()
                .filter(station -> station.key().equals(step.station()))
                .findFirst()
                .orElseThrow();
    }
}
