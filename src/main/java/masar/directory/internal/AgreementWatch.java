package masar.directory.internal;

import java.time.Duration;
import masar.shared.Job;
import org.springframework.stereotype.Component;

/** Tells coordinators in time that an agreement ends. */
@Component
class AgreementWatch implements Job {

    private final AgreementDesk desk;

    AgreementWatch(AgreementDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "agreement-watch";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        desk.warn();
    }
}
