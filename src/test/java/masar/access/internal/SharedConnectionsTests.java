package masar.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import masar.access.Grants;
import masar.people.MasarTest;
import masar.people.TestDatabase;
import masar.shared.CurrentViewer;
import masar.shared.OrganisationKind;
import masar.shared.Role;
import masar.shared.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Connections are shared; what one viewer was told of must not stay behind for the next. */
@MasarTest
class SharedConnectionsTests {

    private static final int ORGANISATIONS = 1_000;

    @Test
    void aThousandOrganisationsInTurnOverFourConnectionsEachSeeTheirOwnOnly() throws Exception {
        List<Viewer> viewers = IntStream.range(0, ORGANISATIONS)
                .<Viewer>mapToObj(each -> new SignedIn(
                        UUID.randomUUID(), UUID.randomUUID(), OrganisationKind.SOCIAL, Set.of(Role.CASE_MANAGER)))
                .toList();
        try (var pool = fourConnections()) {
            var jdbc = JdbcClient.create(pool);
            var transaction = new TransactionTemplate(new ViewerTransactions(pool, InstantSource.system()));
            var own = new ArrayList<UUID>();
            for (Viewer viewer : viewers) {
                own.add(CurrentViewer.as(viewer, () -> transaction.execute(status -> given(jdbc, viewer))));
            }
            var looks = new ArrayList<Callable<List<UUID>>>();
            for (int i = 0; i < ORGANISATIONS; i++) {
                Viewer viewer = viewers.get(i * 7 % ORGANISATIONS);
                looks.add(() -> CurrentViewer.as(viewer, () -> transaction.execute(status -> seen(jdbc))));
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = threads.invokeAll(looks);
                for (int i = 0; i < answers.size(); i++) {
                    assertThat(answers.get(i).get()).containsExactly(own.get(i * 7 % ORGANISATIONS));
                }
            }
            List<UUID> withoutViewer = transaction.execute(status -> seen(jdbc));
            assertThat(withoutViewer).isEmpty();
        }
    }

    private static UUID given(JdbcClient jdbc, Viewer viewer) {
        UUID subject = UUID.randomUUID();
        jdbc.sql("insert into access.grant_of_reading"
                        + " (id, subject_kind, subject, reader, depth, act, given_by, given_at, founding)"
                        + " values (gen_random_uuid(), 'case', ?, ?, 'full', 'ownership', ?, now(), true)")
                .params(subject, Grants.officeKey(viewer.organisation(), Role.CASE_MANAGER), viewer.account())
                .update();
        return subject;
    }

    private static List<UUID> seen(JdbcClient jdbc) {
        return jdbc.sql("select subject from access.grant_of_reading")
                .query(UUID.class)
                .list();
    }

    private static HikariDataSource fourConnections() {
        var properties = TestDatabase.properties();
        var config = new HikariConfig();
        config.setJdbcUrl((String) properties.get("spring.datasource.url"));
        config.setUsername((String) properties.get("spring.datasource.username"));
        config.setPassword((String) properties.get("spring.datasource.password"));
        config.setMaximumPoolSize(4);
        config.setAutoCommit(false);
        config.setConnectionTimeout(300_000);
        return new HikariDataSource(config);
    }
}
