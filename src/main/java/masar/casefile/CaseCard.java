package masar.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.shared.CaseId;

/**
 * What a list or a page header shows of a case: its code, never a name.
 *
 * @param depth how deep this viewer may look
 * @param state {@code imported}, {@code open}, {@code closure-requested}, {@code closed} or {@code undone}
 */
public record CaseCard(
        CaseId id, String code, UUID owner, Optional<UUID> manager, String state, Instant openedAt, Depth depth) {

    public boolean isOpen() {
        return state.equals("open") || state.equals("imported");
    }

    public boolean sees(Depth wanted) {
        return depth.compareTo(wanted) >= 0;
    }
}
