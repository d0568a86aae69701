package masar.procedure;

import java.util.Optional;
import java.util.UUID;
import masar.shared.Fact;
import masar.shared.Subject;

/**
 * A fact of an upper module that completes a step of the procedures. The person's act decides the outcome; the edition
 * only says what comes next. Heard in the transaction of the act.
 */
public interface StepDone extends Fact {

    /** The report or case whose way goes on. */
    Subject subject();

    /** Key of the step in the edition. */
    String step();

    /** Key of the outcome. */
    String outcome();

    /** Who did it, for which organisation. */
    UUID account();

    UUID organisation();

    /** The organisation that owns the case now. */
    Optional<UUID> owner();

    /** The organisation this act names for what comes next. */
    default Optional<UUID> chosen() {
        return Optional.empty();
    }

    /** The referral or other item this step is about, when a case may have several. */
    default Optional<UUID> item() {
        return Optional.empty();
    }

    /** Where the next step about the item is done; the page of the case when empty. */
    default Optional<String> itemAddress() {
        return Optional.empty();
    }

    /** A new urgency from here on. */
    default Optional<String> urgency() {
        return Optional.empty();
    }

    /** The case that the way of a report goes on as. */
    default Optional<Continuation> continuation() {
        return Optional.empty();
    }

    /** What a report becomes: the case with its code and page. */
    record Continuation(Subject subject, String code, String address) {}
}
