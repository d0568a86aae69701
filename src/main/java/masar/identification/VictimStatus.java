package masar.identification;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What has been decided about a person so far. Undecided is the beginning of every case. */
public enum VictimStatus {
    UNDECIDED,
    PRESUMED,
    NOT_PRESUMED,
    CONFIRMED,
    NOT_CONFIRMED;

    /** What may be decided after what; drawn into docs/states by a test. A later decision reconsiders an earlier one. */
    public static final Map<VictimStatus, Set<VictimStatus>> TRANSITIONS = Map.of(
            UNDECIDED, Set.of(PRESUMED, NOT_PRESUMED),
            PRESUMED, Set.of(CONFIRMED, NOT_CONFIRMED, NOT_PRESUMED),
            NOT_PRESUMED, Set.of(PRESUMED),
            CONFIRMED, Set.of(NOT_CONFIRMED),
            NOT_CONFIRMED, Set.of(CONFIRMED, PRESUMED));

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static VictimStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean mayBecome(VictimStatus next) {
        return TRANSITIONS.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether deciding this replaces a decision of the same step rather than taking the next one. */
    public boolean reconsiders(VictimStatus before) {
        return before != UNDECIDED && !(before == PRESUMED && isSecondStep());
    }

    /** The step of the edition this decision completes. */
    public String step() {
        return isSecondStep() ? "confirmation-decision" : "presumption-decision";
    }

    private boolean isSecondStep() {
        return this == CONFIRMED || this == NOT_CONFIRMED;
    }
}
