package masar.detention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.detention.ProtectionRequest.Draft;
import masar.detention.ProtectionRequest.Reply;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Requests to authorities for the person of a case, followed until they are answered. Read as {@link Detentions} are. */
public interface ProtectionRequests {

    /** Writes a request; {@code again} names an earlier one of the case after which it asks again. */
    UUID write(Viewer viewer, CaseId id, Draft draft, Optional<UUID> again);

    /**
     * Keeps that it was sent on this day; the answer is due by the clock of its kind. Refused unless a consent or ground
     * covers this addressee, or requests to authorities on the person's behalf.
     */
    void send(Viewer viewer, CaseId id, UUID request, LocalDate on);

    /** Keeps the answer, or that none came. */
    void reply(Viewer viewer, CaseId id, UUID request, Reply reply);

    void withdraw(Viewer viewer, CaseId id, UUID request);

    /** Every request of the case, the latest first. */
    List<ProtectionRequest> of(Viewer viewer, CaseId id);

    /** One request; refused as not found when the case has none of this id. */
    ProtectionRequest find(Viewer viewer, CaseId id, UUID request);
}
