package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How PostgreSQL answers the lists. A sub-plan in a list is worked out for each row, or for all rows at once, and makes
 * the list up to a hundred times slower ({@code design/security.md}).
 */
@MasarTest
class PlansTests {

    private static final List<String> LISTS = List.of("/", "/cases", "/cases?code=A", "/reports", "/referrals");

    @Autowired
    Selam selam;

    @Autowired
    DataSource connections;

    @LocalServerPort
    int port;

    @BeforeEach
    void plansAreWrittenDown() {
        TestDatabase.administrator("alter role masar_app set session_preload_libraries = 'auto_explain'");
        TestDatabase.administrator("alter role masar_app set auto_explain.log_min_duration = 0");
        newConnections();
    }

    @AfterEach
    void noLonger() {
        TestDatabase.administrator("alter role masar_app reset session_preload_libraries");
        TestDatabase.administrator("alter role masar_app reset auto_explain.log_min_duration");
        newConnections();
    }

    private void newConnections() {
        ((HikariDataSource) connections).getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void noListHoldsASubPlan() throws IOException {
        selam.lives();
        long before = Files.size(TestDatabase.log());
        for (Persona persona : List.of(Persona.RIMA, Persona.SAMIR, Persona.HANA, Persona.NOUR, Persona.OMAR)) {
            var visitor = Visitor.signedIn(port, persona);
            LISTS.forEach(visitor::get);
        }
        byte[] written = Files.readAllBytes(TestDatabase.log());
        String plans = new String(written, (int) before, (int) (written.length - before), StandardCharsets.UTF_8);
        var lists = Arrays.stream(plans.split("(?=Query Text:)"))
                .filter(plan -> plan.startsWith("Query Text:") && plan.contains("Limit"))
                .toList();
        assertThat(lists)
                .as("plans of lists, of cases, tasks, reports and referrals among them")
                .anyMatch(plan -> plan.contains("casefile.case_record"))
                .anyMatch(plan -> plan.contains("worklist.task"))
                .anyMatch(plan -> plan.contains("intake.report"))
                .anyMatch(plan -> plan.contains("referral.referral"));
        assertThat(lists).noneMatch(plan -> plan.contains("SubPlan"));
    }
}
