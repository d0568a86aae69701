package masar.audit.internal;

import java.time.Duration;
import masar.shared.Job;
import org.springframework.stereotype.Component;

/** Keeps the tree up to date while Masar runs. */
@Component
class SealJob implements Job {

    private final Sealer sealer;

    SealJob(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "audit-seal";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        sealer.sealIfDue();
    }

    @Override
    public void runAtShutdown() {
        sealer.seal(false, false);
    }
}
