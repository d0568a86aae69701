package masar.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The present moment of the tests: the machine's, moved on by whatever a test says. */
@Component
@Primary
@ConditionalOnProperty(name = "masar.clock", havingValue = "movable")
public class MovableClock implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    public void advance(Duration duration) {
        ahead.accumulateAndGet(duration, Duration::plus);
    }
}
