package masar.worklist.internal;

import java.time.Duration;
import masar.shared.Job;
import org.springframework.stereotype.Component;

/** Tells people of steps that wait, on every copy of Masar: when one of them dies, the others go on at once. */
@Component
class TimerJob implements Job {

    /** Steps told of in one transaction: few enough that little is done again after a copy was cut off. */
    private static final int AT_ONCE = 20;

    private final Ringing ringing;

    TimerJob(Ringing ringing) {
        this.ringing = ringing;
    }

    @Override
    public String name() {
        return "worklist-timers";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public boolean onEveryCopy() {
        return true;
    }

    @Override
    public void run() {
        int found;
        do {
            found = ringing.ring(AT_ONCE);
        } while (found == AT_ONCE && !Thread.currentThread().isInterrupted());
    }
}
