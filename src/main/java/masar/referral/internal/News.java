package masar.referral.internal;

import java.time.Instant;

/**
 * What became of a case, as its receiver was told.
 *
 * @param what {@code closed}
 */
public record News(String what, Instant at) {}
