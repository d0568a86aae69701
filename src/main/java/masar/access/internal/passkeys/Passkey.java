package masar.access.internal.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it. */
public record Passkey(
        UUID id, String name, Instant madeAt, @Nullable Instant usedAt) {}
