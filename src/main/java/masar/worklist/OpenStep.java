package masar.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.LocalizedText;
import masar.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits, without what it is about.
 *
 * @param code shown instead of a name
 * @param address page on which it is done, for those whose organisation must do it; null for others
 * @param organisation whose people must do it
 * @param role who must do it; null for whoever was only told
 * @param remindsAt when whoever must act is reminded; empty when that was to be before it came
 * @param told who was told that it waits, the first first
 * @param acknowledged who said that they act, the first first
 * @param done whether it waits no longer
 * @param mayAcknowledge whether the viewer may say now that they act
 */
public record OpenStep(
        UUID task,
        String code,
        LocalizedText name,
        LocalizedText organisation,
        @Nullable Role role,
        @Nullable String address,
        Instant dueAt,
        Optional<Instant> remindsAt,
        Optional<Instant> tellsNextAt,
        List<Told> told,
        List<Acknowledged> acknowledged,
        boolean done,
        boolean mayAcknowledge) {

    /**
     * Somebody was told.
     *
     * @param level {@code reminder}, {@code officer}, {@code supervisor}, {@code focal-point} or {@code coordinator}
     * @param person name of the one told, for their colleagues; null when everybody of an office was
     * @param role of the office; null when one person was told
     */
    public record Told(
            String level,
            @Nullable String person,
            LocalizedText organisation,
            @Nullable Role role,
            Instant at) {}

    /** Somebody has seen it and acts until then; told by name to their colleagues only. */
    public record Acknowledged(@Nullable String person, LocalizedText organisation, Instant at, Instant until) {}

    /** The last who said that they act, unless somebody was told since. */
    public Optional<Acknowledged> actsNow(Instant now) {
        return acknowledged.isEmpty()
                ? Optional.empty()
                : Optional.of(acknowledged.getLast())
                        .filter(each -> each.until().isAfter(now));
    }
}
