package masar.conflict.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What could tie somebody of the staff to a case, as they declared it themselves.
 *
 * @param kind {@code own-business}, {@code family-business} or {@code unit}
 * @param organisation of the directory, for a unit
 * @param name of the employer or business, for the others
 */
record Tie(
        UUID id,
        String kind,
        @Nullable UUID organisation,
        @Nullable String name,
        Instant declaredAt) {

    static final String UNIT = "unit";

    /** Hides the name: it must not reach a log. */
    @Override
    public String toString() {
        return "Tie[hidden]";
    }
}
