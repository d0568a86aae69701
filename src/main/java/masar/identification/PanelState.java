package masar.identification;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a panel stands: convened, sitting over the file, voted, and decided by its chair. */
public enum PanelState {
    CONVENED,
    OPEN,
    VOTED,
    DECIDED,
    CANCELLED;

    /** What may follow what; drawn into docs/states by a test. */
    public static final Map<PanelState, Set<PanelState>> TRANSITIONS = Map.of(
            CONVENED, Set.of(OPEN, CANCELLED),
            OPEN, Set.of(VOTED, CANCELLED),
            VOTED, Set.of(DECIDED, CANCELLED),
            DECIDED, Set.of(),
            CANCELLED, Set.of());

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PanelState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean mayBecome(PanelState next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isOver() {
        return TRANSITIONS.getOrDefault(this, Set.of()).isEmpty();
    }
}
