package masar.sealing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.launch.CannotStart;
import masar.people.OwnMasar;
import masar.sealing.KeyRotation;
import masar.sealing.Opened;
import masar.sealing.Place;
import masar.sealing.RootKeys;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys are changed while Masar runs, whoever does it is killed again and again, and everything still opens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RotationTests {

    private static final int SUBJECTS = 350;

    @TempDir
    static Path directory;

    private OwnMasar masar;
    private final Map<Place, byte[]> sealed = new TreeMap<>(java.util.Comparator.comparing(Place::row));

    @BeforeAll
    void starts() {
        masar = new OwnMasar(data(), false, List.of());
        var organisations = masar.bean(Directory.class).organisations().stream()
                .map(Organisation::id)
                .limit(4)
                .toList();
        masar.bean(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        IntStream.range(0, SUBJECTS).forEach(number -> seal(place(), organisations.get(number % 4))));
    }

    @AfterAll
    void stops() {
        masar.close();
    }

    private static Path data() {
        return directory.resolve("data");
    }

    private static Path key() {
        return directory.resolve("data.key");
    }

    private static Place place() {
        return Place.of("casefile.person.sealed", UUID.randomUUID(), new Subject("case", UUID.randomUUID()));
    }

    private void seal(Place place, UUID organisation) {
        var sealing = masar.bean(Sealing.class);
        sealing.belongsTo(place.subject(), organisation);
        sealed.put(place, sealing.seal(place, words(place)));
    }

    private static byte[] words(Place place) {
        return ("told " + place.row()).getBytes(StandardCharsets.UTF_8);
    }

    /** Whoever rotates, killed before or inside its transaction of this number. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Doomed extends TransactionTemplate {
        private static final long serialVersionUID = 1L;
        private int left;
        private final boolean inside;

        Doomed(PlatformTransactionManager transactions, int left, boolean inside) {
            super(transactions);
            this.left = left;
            this.inside = inside;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            if (left-- > 0) {
                return super.execute(action);
            }
            if (inside) {
                super.execute((TransactionStatus status) -> {
                    action.doInTransaction(status);
                    throw new Killed();
                });
            }
            throw new Killed();
        }
    }

    /** Everything about keys as a process has it that has just started: nothing in memory. */
    private record Fresh(OwnMasar masar, Roots roots, OrganisationKeys organisations, SubjectHandOver subjects) {

        static Fresh of(OwnMasar masar) {
            var roots = new Roots(
                    masar.context().getBeanProvider(RootKeys.class),
                    masar.context().getEnvironment());
            var jdbc = masar.bean(JdbcClient.class);
            var organisations = new OrganisationKeys(jdbc, roots, masar.bean(InstantSource.class));
            return new Fresh(masar, roots, organisations, new SubjectHandOver(jdbc, organisations));
        }

        KeyRotation rotation(TransactionTemplate transaction) {
            return new Rotation(
                    masar.bean(JdbcClient.class),
                    roots,
                    organisations,
                    subjects,
                    masar.bean(InstantSource.class),
                    transaction);
        }

        Sealing sealing() {
            var keys = new SubjectKeys(masar.bean(JdbcClient.class), organisations, masar.bean(InstantSource.class));
            return new SealingDesk(keys, subjects, masar.bean(PlatformTransactionManager.class));
        }
    }

    private void everythingOpens() {
        var fresh = Fresh.of(masar);
        var checked = fresh.rotation(masar.bean(TransactionTemplate.class)).check();
        assertThat(checked.subjectKeys()).isGreaterThanOrEqualTo(SUBJECTS);
        var sealing = fresh.sealing();
        int number = 0;
        for (var each : sealed.entrySet()) {
            if (number++ % 25 == 0) {
                assertThat(sealing.open(each.getKey(), each.getValue()))
                        .isInstanceOfSatisfying(
                                Opened.Content.class,
                                content -> assertThat((byte[]) content.value()).isEqualTo(words(each.getKey())));
            }
        }
    }

    @Test
    @Order(1)
    void killedAtRandomPointsWhileOthersWorkItLosesNothing() throws Exception {
        var random = new Random(20261122);
        var before = Files.readAllLines(key());
        var working = new AtomicBoolean(true);
        var others = CompletableFuture.supplyAsync(() -> workUntil(working));
        int kills = 0;
        boolean done = false;
        while (!done) {
            var doomed =
                    new Doomed(masar.bean(PlatformTransactionManager.class), random.nextInt(16), random.nextBoolean());
            try {
                Fresh.of(masar).rotation(doomed).rotate();
                done = true;
            } catch (Killed killed) {
                kills++;
                everythingOpens();
            }
        }
        working.set(false);
        int worked = others.get();
        System.out.println(
                "Rotation killed " + kills + " times (seed 20261122), " + worked + " acts meanwhile, none lost.");
        assertThat(kills).isGreaterThan(5);
        assertThat(worked).isPositive();
        everythingOpens();
        assertThat(Files.readAllLines(key()).getLast()).isNotEqualTo(before.getLast());
        assertThat(Files.readAllLines(key())).hasSameSizeAs(before);
        assertThat(oneNumber("select count(*) from sealing.rotation where ended_at is null"))
                .isZero();
        assertThat(oneNumber("select count(*) from sealing.organisation_key where retired_at is not null"))
                .isZero();
    }

    /** Masar goes on sealing for new organisations and old ones, and opening, with what it has in memory. */
    private int workUntil(AtomicBoolean working) {
        var sealing = masar.bean(Sealing.class);
        var made = new ArrayList<Map.Entry<Place, byte[]>>();
        while (working.get()) {
            Place place = place();
            masar.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                sealing.belongsTo(place.subject(), made.size() % 3 == 0 ? UUID.randomUUID() : new UUID(1, 1));
                made.add(Map.entry(place, sealing.seal(place, words(place))));
            });
            var again = made.get(made.size() / 2);
            assertThat(sealing.open(again.getKey(), again.getValue())).isInstanceOf(Opened.Content.class);
        }
        var fresh = Fresh.of(masar).sealing();
        made.forEach(
                each -> assertThat(fresh.open(each.getKey(), each.getValue())).isInstanceOf(Opened.Content.class));
        return made.size();
    }

    private int oneNumber(String sql) {
        return masar.bean(TransactionTemplate.class)
                .execute(status -> masar.bean(JdbcClient.class)
                        .sql(sql)
                        .query(Integer.class)
                        .single());
    }

    @Test
    @Order(2)
    void theVerbsRotateAndCheck() {
        assertThat(masar.run("keys rotate")).startsWith("0 Wrapped anew: ");
        assertThat(masar.run("keys check")).startsWith("0 Opened: ");
        assertThat(masar.run("keys check", "more")).startsWith("1 Usage: masar keys check");
        Path ledger = directory.resolve("ledger");
        assertThat(masar.run("keys ledger", ledger.toString())).startsWith("0 0 erasures");
        assertThat(masar.run("keys replay-erasures", ledger.toString())).startsWith("0 Erased again: 0 of 0");
        assertThat(masar.run("keys replay-erasures", key().toString())).startsWith("1 There is no ledger");
        everythingOpens();
    }

    @Test
    @Order(3)
    void aForgedWrapIsNoticed() throws SQLException {
        masar.administrator("update sealing.subject_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
                + " where subject = (select max(subject::text)::uuid from sealing.subject_key)");
        assertThat(masar.run("keys check")).startsWith("1 Not genuine: ");
        masar.administrator("update sealing.subject_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1)"
                + " where subject = (select max(subject::text)::uuid from sealing.subject_key)");
        assertThat(masar.run("keys check")).startsWith("0 ");
    }

    @Test
    @Order(4)
    void aWrongOrMissingOrBrokenKeyIsRefusedAndNothingIsWritten() throws Exception {
        masar.close();
        try {
            var before = fingerprint();
            Path other = directory.resolve("other.key");
            new KeyFile(other).write(List.of(Keys.random()));
            refused("is not the one that opens this data", "--key", other.toString());
            refused("is missing", "--key", directory.resolve("no-such.key").toString());
            assertThat(directory.resolve("no-such.key")).doesNotExist();
            Files.writeString(other, "c2hvcnQ=\n");
            refused("does not hold a key of 32 bytes", "--key", other.toString());
            assertThat(fingerprint()).isEqualTo(before);
            assertThatThrownBy(() -> new OwnMasar(
                            data(),
                            false,
                            List.of("--key", data().resolve("in.key").toString())))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in the data folder");
        } finally {
            masar = new OwnMasar(data(), false, List.of());
        }
        everythingOpens();
    }

    private void refused(String cause, String... arguments) {
        assertThatThrownBy(() -> new OwnMasar(data(), false, List.of(arguments)))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining(cause);
    }

    private static Map<String, Integer> fingerprint() throws Exception {
        var tables = new TreeMap<String, Integer>();
        OwnMasar.dumpOf(data()).forEach((name, rows) -> {
            if (!name.startsWith("pg_catalog.")) {
                tables.put(name, java.util.Arrays.hashCode(rows));
            }
        });
        return tables;
    }
}
