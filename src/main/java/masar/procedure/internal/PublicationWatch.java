package masar.procedure.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import masar.access.Accounts;
import masar.access.Steward;
import masar.shared.CurrentViewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Knows before the web server opens which editions are published, and looks again every five minutes: an edition begins
 * on a day to come, so every copy of Masar knows it in time.
 */
@Component
class PublicationWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationWatch.class);
    private static final int MINUTES = 5;

    private final Publication publication;
    private final Accounts accounts;
    private final boolean again;
    private @Nullable ScheduledExecutorService looking;

    PublicationWatch(
            Publication publication,
            Accounts accounts,
            @Value("${masar.verb:false}") boolean verb,
            @Value("${masar.jobs:true}") boolean jobs) {
        this.publication = publication;
        this.accounts = accounts;
        this.again = jobs && !verb;
    }

    @Override
    public void start() {
        CurrentViewer.run(accounts.system(Steward.WAY), publication::takeStock);
        looking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("editions").factory());
        if (again) {
            var unused = looking.scheduleWithFixedDelay(this::look, MINUTES, MINUTES, TimeUnit.MINUTES);
        }
    }

    private void look() {
        try {
            CurrentViewer.run(accounts.system(Steward.WAY), publication::catchUp);
        } catch (RuntimeException failure) {
            LOG.error("published editions could not be read: {}", failure.toString());
        }
    }

    @Override
    public void stop() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
