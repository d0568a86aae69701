package masar.access.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import masar.access.Accounts;
import masar.shared.CurrentViewer;
import masar.shared.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs of all modules while Masar serves: each on one copy at a time, or on every copy where it says so, as the
 * system viewer of its name. Verbs do not run them, and tests call them by hand.
 */
@Component
class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int THREADS = 4;

    /** A copy that dies with a job in its hands is missed after four of these, and another takes the job over. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

    private static final int SIGNS_MISSED = 4;

    /** Begins before the web server and ends after it, so that the last act is still sealed. */
    private static final int AROUND_THE_SERVER = 1000;

    private final List<Job> jobs;
    private final Accounts accounts;
    private final DataSource database;
    private final InstantSource clock;
    private final boolean active;
    private @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService own;

    JobRunner(
            List<Job> jobs,
            Accounts accounts,
            DataSource database,
            InstantSource clock,
            @Value("${masar.verb:false}") boolean verb,
            @Value("${masar.jobs:true}") boolean wanted) {
        this.jobs = jobs;
        this.accounts = accounts;
        this.database = database;
        this.clock = clock;
        this.active = wanted && !verb;
    }

    @Override
    public void start() {
        if (!active || scheduler != null) {
            return;
        }
        scheduler = Scheduler.create(database)
                .startTasks(jobs.stream()
                        .filter(job -> !job.onEveryCopy())
                        .map(this::task)
                        .toList())
                .tableName("jobs.scheduled_task")
                .serializer(new NoData())
                .clock(clock::instant)
                .commitWhenAutocommitDisabled(true)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(SIGN_OF_LIFE)
                .missedHeartbeatsLimit(SIGNS_MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
        scheduler.start();
        own = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("jobs-", 0).factory());
        for (Job job : jobs.stream().filter(Job::onEveryCopy).toList()) {
            var unused = own.scheduleWithFixedDelay(
                    () -> as(job, job::run), 0, job.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
                .execute((instance, context) -> as(job, job::run));
    }

    /** A failure is told once in the log, without what it was about; the job comes again. */
    private void as(Job job, Runnable work) {
        try {
            CurrentViewer.run(accounts.system(job.name()), work);
        } catch (RuntimeException failure) {
            LOG.error("job {} failed: {}", job.name(), failure.toString());
        }
    }

    @Override
    public void stop() {
        var running = scheduler;
        if (running != null) {
            endOwn();
            running.stop();
            jobs.forEach(job -> as(job, job::runAtShutdown));
            scheduler = null;
        }
    }

    private void endOwn() {
        var ending = own;
        if (ending != null) {
            ending.shutdown();
            try {
                var unused = ending.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            own = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return AROUND_THE_SERVER;
    }

    /** Jobs carry no data, so nothing is ever turned into objects. */
    private static final class NoData implements Serializer {

        @Override
        public byte[] serialize(@Nullable Object data) {
            return new byte[0];
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> @Nullable T deserialize(Class<T> type, byte[] data) {
            return null;
        }
    }
}
