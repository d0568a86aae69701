package masar.access;

import java.time.Instant;
import java.util.UUID;

/** One grant that holds: which reader, how deep, by which act of whom. */
public record Grant(String reader, Depth depth, String act, UUID givenBy, Instant givenAt) {}
