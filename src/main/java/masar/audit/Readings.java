package masar.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who read which cases, for the watch over unusual reading; pseudonymous ids only. */
public interface Readings {

    /**
     * Readings of cases from this moment on until before the other, the oldest first. Only for the system viewer
     * {@code audit-watch}.
     */
    List<Reading> ofCases(Instant from, Instant until);

    /** Cases that somebody asked for and was refused; otherwise as {@link #ofCases}. */
    List<Reading> refusedOfCases(Instant from, Instant until);

    /** One account read something of one case, or tried to. */
    record Reading(Instant at, UUID account, UUID organisation, UUID caseId) {}
}
