package masar.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import masar.launch.internal.OfficePostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two copies of Masar on one database tell of steps that wait, and one of them is ended by {@code kill -9} with claimed
 * steps in its hands: everybody is told once.
 */
class TimersOnTwoCopiesTests {

    private static final int PATIENCE_IN_SECONDS = 180;

    @TempDir
    Path directory;

    private OfficePostgres postgres;
    private Path one;
    private Path other;
    private final List<MasarProcess> running = new ArrayList<>();

    @BeforeEach
    void twoCopiesShareADatabase() throws Exception {
        postgres = new OfficePostgres(directory.resolve("office"));
        one = directory.resolve("one");
        other = directory.resolve("other");
        try (var first = serve(one)) {
            running.remove(first);
        }
        Files.createDirectories(other);
        Files.copy(one.resolve("secrets.properties"), other.resolve("secrets.properties"));
    }

    @AfterEach
    void everythingEnds() {
        running.forEach(MasarProcess::close);
        postgres.close();
    }

    @Test
    void aHundredStepsAreToldOfOnceAndNoneIsLostWhenOneCopyIsKilledWithStepsInItsHands() throws Exception {
        var dying = serve(one);
        serve(other);
        stepsWait(100);
        untilAllAreTold(100);
        try (Connection keeper = postgres.administrator()) {
            keeper.setAutoCommit(false);
            run(keeper, "lock table worklist.notice in exclusive mode");
            stepsWait(100);
            until("both copies hold steps and wait to write", () -> count("""
                    select count(*) from pg_locks where relation = 'worklist.notice'::regclass and not granted""") == 2);
            dying.kill();
            assertThat(count("select count(*) from worklist.notice")).isEqualTo(100);
            keeper.rollback();
        }
        untilAllAreTold(200);
    }

    @Test
    @Tag("drill")
    void aThousandStepsAreToldOfOnceWhileCopiesAreKilledAgainAndAgain() throws Exception {
        long seed = 20261122;
        var random = new Random(seed);
        serve(other);
        int kills = 0;
        for (int told = 0; told < 1_000; told += 200) {
            var dying = serve(one);
            stepsWait(200);
            int before = told;
            int moment = random.nextInt(180);
            until("some are told", () -> count("select count(*) from worklist.notice") > before + moment);
            dying.kill();
            running.remove(dying);
            kills++;
            untilAllAreTold(told + 200);
        }
        System.out.println(
                "Timers: 1000 steps told of once each, on two copies, %d kills (seed %d).".formatted(kills, seed));
    }

    private MasarProcess serve(Path data) {
        var masar = MasarProcess.shippedWithDatabase(
                postgres.keeper(),
                data,
                "--port",
                "0",
                "--empty",
                "--key",
                directory.resolve("masar.key").toString(),
                "--audit-key",
                directory.resolve("masar.audit.key").toString());
        running.add(masar);
        masar.port();
        return masar;
    }

    /** Adds steps that became due a minute ago, each taken by somebody. */
    private void stepsWait(int count) {
        postgres.list("""
                insert into worklist.task (id, subject_kind, subject, code, step, name_ar, name_fr, name_en, address,
                    organisation, role, account, asked_by, opened_at, due_at, rings_at)
                select gen_random_uuid(), 'case', gen_random_uuid(), 'TEST', 'assistance-plan', 'x', 'x', 'x', '/',
                    gen_random_uuid(), 'case-manager', gen_random_uuid(), gen_random_uuid(),
                    now() - interval '2 hours', now() - interval '1 minute', now() - interval '1 minute'
                from generate_series(1, %d)""".formatted(count));
    }

    private void untilAllAreTold(int steps) throws Exception {
        until("all are told", () -> count("select count(distinct task) from worklist.notice") >= steps);
        assertThat(count("select count(*) from worklist.notice"))
                .as("once each")
                .isEqualTo(steps);
        assertThat(
                        count(
                                "select count(*) from worklist.task where tellings <> 1 or rings_at is null or rings_at < now()"))
                .as("and each waits for its next level")
                .isZero();
        assertThat(count("select count(*) from audit.entry where act = 'worklist.overdue'"))
                .as("entered once each")
                .isEqualTo(steps);
    }

    private interface Look {
        boolean isSo();
    }

    private static void until(String what, Look look) throws InterruptedException {
        for (int tenth = 0; tenth < PATIENCE_IN_SECONDS * 10; tenth++) {
            if (look.isSo()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within " + PATIENCE_IN_SECONDS + " s: " + what);
    }

    private long count(String sql) {
        return Long.parseLong(postgres.list(sql).getFirst());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
