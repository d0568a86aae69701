package masar.referral.internal;

import java.time.Instant;
import java.util.List;
import masar.directory.Sharing;
import org.jspecify.annotations.Nullable;

/**
 * How a referral stands with what flows to its receiver by itself.
 *
 * @param sharing what the agreements say about its packet now; null on the receiving side
 * @param waitsSince since when something newer waits to be sent by hand; null when nothing does, and for the receiver
 * @param waitsFor why it does not flow: the end of a message key
 */
public record Flow(
        @Nullable Sharing sharing,
        @Nullable Instant renewedAt,
        @Nullable Instant waitsSince,
        @Nullable String waitsFor,
        List<News> news) {}
