package masar.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import masar.directory.Directory;
import masar.exchange.internal.RunningMasar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SeedingTests {

    private static final String ALL = "select (select count(*) from directory.organisation)"
            + " + 100 * (select count(*) from directory.service) + 10000 * (select count(*) from directory.phone)";

    @Test
    void seedingTwiceAddsNothingAndWhatPeopleEditedStays(@TempDir Path folder) {
        try (RunningMasar masar = new RunningMasar(folder.resolve("data"))) {
            var seed = masar.bean(DirectorySeed.class);
            assertThat(masar.bean(Directory.class).organisations())
                    .hasSameSizeAs(seed.organisations())
                    .anySatisfy(organisation -> assertThat(organisation.verifiedFor())
                            .contains("labour-inspection")
                            .doesNotContain("screening"));
            assertThat(masar.bean(Directory.class).services()).hasSameSizeAs(seed.services());
            int before = masar.count(ALL);
            change(
                    masar,
                    "update directory.organisation set name_en = 'Renamed', edited_by_people = true"
                            + " where key = 'kafa'");
            change(masar, "update directory.organisation set name_en = 'Stale' where key = 'iom-lebanon'");

            masar.bean(Seeding.class).start();

            assertThat(masar.count(ALL)).isEqualTo(before);
            var directory = masar.bean(Directory.class);
            assertThat(directory.organisation("kafa").orElseThrow().name().en()).isEqualTo("Renamed");
            assertThat(directory
                            .organisation("iom-lebanon")
                            .orElseThrow()
                            .name()
                            .en())
                    .startsWith("International");
            assertThat(directory.phones(directory
                            .organisation("ministry-of-labour")
                            .orElseThrow()
                            .id()))
                    .extracting(phone -> phone.number())
                    .containsExactly("1740");
        }
    }

    private static void change(RunningMasar masar, String sql) {
        masar.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> masar.bean(JdbcClient.class).sql(sql).update());
    }
}
