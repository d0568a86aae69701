package masar.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Role;

/**
 * What the organisation that owns a case must do by a certain time, beside the steps of its way. A duty is a task of the
 * worklist: it is reminded of, escalated and acknowledged like any other.
 */
public interface CaseDuties {

    /**
     * One duty.
     *
     * @param step key of its kind
     * @param item what inside the case it is about
     * @param words message key of a verb phrase
     * @param page last part of the address on which it is done, {@code /cases/{id}/page}
     * @param role whose duty it is; the manager of the case gets those of case managers
     * @param since when its time began to run
     */
    record Duty(String step, Optional<UUID> item, String words, String page, Role role, Instant since, Instant dueAt) {}

    /** Lays the duty out, unless the same one is open already. */
    void open(CaseId id, Duty duty);

    /** Whoever acts has done it, or it has fallen away; nothing happens when it is not open. */
    void close(CaseId id, String step, Optional<UUID> item);
}
