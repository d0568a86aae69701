package masar.worklist.internal;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import masar.worklist.StepEscalated;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody who hears of an escalation and fails, for subjects that a test names. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class InventedFailure {

    private final Set<UUID> subjects = ConcurrentHashMap.newKeySet();

    public void over(UUID subject) {
        subjects.add(subject);
    }

    public void noLonger(UUID subject) {
        subjects.remove(subject);
    }

    @EventListener
    void escalated(StepEscalated fact) {
        if (subjects.contains(fact.subject().id())) {
            throw new IllegalStateException("invented failure");
        }
    }
}
