package masar.procedure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.procedure.internal.WayEngine.Place;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks a way through all its steps in the engine alone, each step in a transaction of its own, and times it. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class EngineWalk {

    /** Step and outcome, in an order that visits every step of the shared drawing. */
    private static final List<List<String>> ACTS = List.of(
            List.of("triage", "screen"),
            List.of("screening", "done"),
            List.of("presumption-decision", "presumed"),
            List.of("assistance-plan", "referred"),
            List.of("answer-referral", "accepted"),
            List.of("deliver-service", "completed"),
            List.of("confirmation-decision", "confirmed"),
            List.of("legal-options", "explained"),
            List.of("follow-up", "ready-to-close"),
            List.of("request-closure", "requested"),
            List.of("approve-closure", "approved"));

    private final WayEngine engine;
    private final Steward steward;
    private final TransactionTemplate transaction;

    EngineWalk(WayEngine engine, Steward steward, TransactionTemplate transaction) {
        this.engine = engine;
        this.steward = steward;
        this.transaction = transaction;
    }

    /** Nanoseconds spent in the engine: the beginning first, then each step; and whether the way ended with the last. */
    public record Times(List<Long> nanos, boolean ended) {

        public long whole() {
            return nanos.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Walks it once; the commit is not counted, because the act would commit anyway. */
    public Times once(String edition) {
        var nanos = new ArrayList<Long>();
        UUID item = UUID.randomUUID();
        var instance = new String[1];
        nanos.add(timed(() -> instance[0] = engine.begin(edition, List.of(new Place("triage", Optional.empty())))));
        var ended = new boolean[1];
        for (List<String> act : ACTS) {
            boolean about = List.of("answer-referral", "deliver-service").contains(act.getFirst());
            var next = List.of("referred", "accepted").contains(act.getLast())
                    ? Optional.of(item)
                    : Optional.<UUID>empty();
            var place = new Place(act.getFirst(), about ? Optional.of(item) : Optional.empty());
            nanos.add(timed(() -> ended[0] =
                    engine.move(instance[0], place, act.getLast(), next).ended()));
        }
        return new Times(nanos, ended[0]);
    }

    private long timed(Runnable work) {
        return transaction.execute(status -> steward.as(Steward.WAY, () -> {
            long begun = System.nanoTime();
            work.run();
            return System.nanoTime() - begun;
        }));
    }
}
