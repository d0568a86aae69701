package masar.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import masar.launch.internal.DatabaseCut;
import masar.people.OwnMasar;
import masar.sealing.Opened;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code masar keys rotate} as an operator starts it, ended by {@code kill -9} in the middle, and started again: every
 * sealed value opens afterwards and no key is left behind.
 */
class KeyRotationKillTests {

    private static final int SUBJECTS = 4_000;
    private static final String BEGUN = "select count(*) from sealing.rotation";
    private static final String OPEN = BEGUN + " where ended_at is null";
    private static final String LEFT = "select count(*) from sealing.organisation_key where retired_at is not null";

    @TempDir
    Path directory;

    private final List<Place> places = new ArrayList<>();
    private final List<byte[]> sealed = new ArrayList<>();

    @Test
    void aRotationKilledTwiceAndStartedAgainLosesNothing() throws Exception {
        survives(2, 20261122);
    }

    @Test
    @Tag("drill")
    void aRotationKilledThirtyTimesLosesNothing() throws Exception {
        survives(30, 8021);
    }

    private void survives(int kills, long seed) throws Exception {
        var random = new Random(seed);
        Path data = directory.resolve("data");
        sealMany(data);
        int inTheMiddle = 0;
        for (int kill = 0; kill < kills; kill++) {
            inTheMiddle += killedWhileRotating(data, random.nextInt(400)) ? 1 : 0;
        }
        try (var last = MasarProcess.shipped(data, "keys", "rotate")) {
            assertThat(last.exitCode()).as(last.output()).isZero();
        }
        everythingOpens(data);
        System.out.println("Rotation ended by kill -9 %d times, %d of them in the middle (seed %d): %d keys, none lost."
                .formatted(kills, inTheMiddle, seed, SUBJECTS));
        assertThat(inTheMiddle).isPositive();
    }

    private void sealMany(Path data) {
        try (var masar = new OwnMasar(data, false, List.of())) {
            var sealing = masar.bean(Sealing.class);
            for (int hundred = 0; hundred < SUBJECTS / 100; hundred++) {
                masar.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    for (int one = 0; one < 100; one++) {
                        var place = Place.of(
                                "casefile.person.sealed", UUID.randomUUID(), new Subject("case", UUID.randomUUID()));
                        sealing.belongsTo(place.subject(), new UUID(1, one % 5));
                        sealed.add(sealing.seal(place, words(place)));
                        places.add(place);
                    }
                });
            }
        }
    }

    /** True when the rotation was not over yet. */
    private boolean killedWhileRotating(Path data, long moment) throws Exception {
        try (var rotating = MasarProcess.shipped(data, "keys", "rotate")) {
            for (int look = 0; look < 12_000 && !begun(data); look++) {
                Thread.sleep(5);
            }
            Thread.sleep(moment);
            rotating.kill();
            return count(data, OPEN) + count(data, LEFT) > 0;
        }
    }

    /** True once a rotation is open; while the database starts nobody can say. */
    private static boolean begun(Path data) {
        try {
            return count(data, OPEN) > 0;
        } catch (Exception notYet) {
            return false;
        }
    }

    private void everythingOpens(Path data) throws Exception {
        try (var masar = new OwnMasar(data, false, List.of())) {
            assertThat(masar.run("keys check")).startsWith("0 Opened: ");
            var sealing = masar.bean(Sealing.class);
            for (int i = 0; i < SUBJECTS; i++) {
                var place = places.get(i);
                assertThat(sealing.open(place, sealed.get(i)))
                        .isInstanceOfSatisfying(
                                Opened.Content.class,
                                content -> assertThat((byte[]) content.value()).isEqualTo(words(place)));
            }
            assertThat(count(data, OPEN)).isZero();
            assertThat(count(data, LEFT)).isZero();
        }
    }

    private static byte[] words(Place place) {
        return ("told " + place.row()).getBytes(StandardCharsets.UTF_8);
    }

    private static long count(Path data, String sql) throws Exception {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .trim();
        String address = DatabaseCut.administrator(data, "jdbc:postgresql://127.0.0.1:" + port + "/masar");
        try (var connection = DriverManager.getConnection(address);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
