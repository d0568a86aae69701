package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import masar.people.MasarTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue of the running database: every column tells its class, and the application owns nothing. */
@MasarTest
class ColumnsTest {

    private static final List<String> HISTORIES = List.of(
            "audit.entry",
            "audit.leaf",
            "audit.head",
            "audit.signing_key",
            "oversight.alarm",
            "oversight.alarm_reason",
            "oversight.alarm_review",
            "casefile.chronology",
            "casefile.closure",
            "documents.document",
            "documents.content",
            "documents.opening",
            "documents.withdrawal",
            "identification.decision",
            "identification.reflection_period",
            "identification.reflection_change",
            "identification.panel_declaration",
            "identification.panel_opinion",
            "identification.decision_text",
            "procedure.passage",
            "assistance.service_delivered",
            "sealing.erasure");

    private final ColumnRules rules = new ColumnRules(this::list);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyColumnTellsWhatClassOfDataItHolds() {
        assertThat(rules.columnsWithoutClass()).isEmpty();
    }

    @Test
    void thereAreTablesToCheck() {
        assertThat(rules.tables()).hasSizeGreaterThan(20);
    }

    @Test
    void theApplicationOwnsNothingAndCannotChangeTables() {
        assertThat(list("select current_user")).containsExactly("masar_app");
        assertThat(rules.powersOfTheApplication()).isEmpty();
    }

    @Test
    void historiesCanOnlyGrow() {
        assertThat(rules.rewritable(HISTORIES)).isEmpty();
    }

    @Test
    void noForeignKeyCrossesModules() {
        assertThat(rules.foreignKeysAcrossModules()).isEmpty();
    }

    private List<String> list(String sql) {
        return transaction.execute(status -> jdbc.sql(sql).query(String.class).list());
    }
}
