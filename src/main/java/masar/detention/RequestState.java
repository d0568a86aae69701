package masar.detention;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a request to an authority stands. */
public enum RequestState {
    WRITTEN,
    SENT,
    ANSWERED,
    WITHDRAWN;

    /** What may follow what; drawn into docs/states by a test. To ask again is another request. */
    public static final Map<RequestState, Set<RequestState>> TRANSITIONS = Map.of(
            WRITTEN, Set.of(SENT, WITHDRAWN),
            SENT, Set.of(ANSWERED, WITHDRAWN),
            ANSWERED, Set.of(),
            WITHDRAWN, Set.of());

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RequestState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean mayBecome(RequestState next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }
}
