package masar.identification;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a review of a decision stands. */
public enum ReviewState {
    ASKED,
    UPHELD,
    CHANGED,
    WITHDRAWN;

    /** What may follow what; drawn into docs/states by a test. */
    public static final Map<ReviewState, Set<ReviewState>> TRANSITIONS =
            Map.of(ASKED, Set.of(UPHELD, CHANGED, WITHDRAWN), UPHELD, Set.of(), CHANGED, Set.of(), WITHDRAWN, Set.of());

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReviewState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean mayBecome(ReviewState next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }
}
