package masar.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One grant that holds: which reader, how deep, by which act of whom, and until when unless an act ends it. */
public record Grant(String reader, Depth depth, String act, UUID givenBy, Instant givenAt, Optional<Instant> until) {}
