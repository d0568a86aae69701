package masar.casefile.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.casefile.CaseCode;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One person's case. Begins open, or imported when it comes from elsewhere; always owned by an organisation; ends closed
 * when a supervisor approves, and may be reopened.
 */
@Table(schema = "casefile", name = "case_record")
class CaseRecord {

    static final String IMPORTED = "imported";
    static final String OPEN = "open";
    static final String CLOSURE_REQUESTED = "closure-requested";
    static final String CLOSED = "closed";
    static final String UNDONE = "undone";

    /** What may follow what; drawn into docs/states by a test. */
    static final Map<String, Set<String>> TRANSITIONS = Map.of(
            IMPORTED, Set.of(OPEN, UNDONE),
            OPEN, Set.of(CLOSURE_REQUESTED, CLOSED),
            CLOSURE_REQUESTED, Set.of(CLOSED, OPEN),
            CLOSED, Set.of(OPEN));

    @Id
    final UUID id;

    final String code;
    final UUID person;
    UUID owner;

    @Nullable
    UUID manager;

    final String origin;
    String state;
    final Instant openedAt;

    @Version
    @Nullable
    Integer version;

    CaseRecord(UUID id, String code, UUID person, UUID owner, String origin, String state, Instant openedAt) {
        this.id = id;
        this.code = code;
        this.person = person;
        this.owner = owner;
        this.origin = origin;
        this.state = state;
        this.openedAt = openedAt;
    }

    static CaseRecord opened(UUID person, UUID owner, Instant now) {
        return new CaseRecord(UUID.randomUUID(), CaseCode.random(), person, owner, "report", OPEN, now);
    }

    static CaseRecord imported(UUID person, UUID owner, Instant now) {
        return new CaseRecord(UUID.randomUUID(), CaseCode.random(), person, owner, "imported", IMPORTED, now);
    }

    /** Nobody manages the case until a colleague takes it. */
    void givenBack() {
        manager = null;
    }

    void takenBy(UUID account) {
        refuseUnlessWorkedOn();
        if (state.equals(IMPORTED)) {
            become(OPEN);
        }
        manager = account;
    }

    void welcome() {
        if (state.equals(IMPORTED)) {
            become(OPEN);
        }
    }

    void undoImport() {
        become(UNDONE);
    }

    void requestClosure() {
        Refused.unless(state.equals(OPEN), "casefile.refused.not.open");
        become(CLOSURE_REQUESTED);
    }

    void approveClosure() {
        Refused.unless(state.equals(CLOSURE_REQUESTED), "casefile.refused.closure.not.requested");
        become(CLOSED);
    }

    /** The person does not want the procedures, and nobody has begun to work on the case. */
    void decline() {
        Refused.unless(state.equals(OPEN) && manager == null, "casefile.refused.not.open");
        become(CLOSED);
    }

    void sendBack() {
        Refused.unless(state.equals(CLOSURE_REQUESTED), "casefile.refused.closure.not.requested");
        become(OPEN);
    }

    void reopen() {
        Refused.unless(state.equals(CLOSED), "casefile.refused.not.closed");
        become(OPEN);
    }

    void refuseUnlessWorkedOn() {
        Refused.unless(!state.equals(CLOSED), "casefile.refused.closed");
    }

    private void become(String next) {
        Refused.unless(TRANSITIONS.getOrDefault(state, Set.of()).contains(next), "casefile.refused.out.of.order");
        state = next;
    }
}
