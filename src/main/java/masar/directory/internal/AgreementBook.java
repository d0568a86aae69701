package masar.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.directory.internal.Agreement.Act;
import masar.directory.internal.Agreement.Terms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements as they are kept; entered once, and what was done with them added. */
@Component
class AgreementBook {

    private final JdbcClient jdbc;

    AgreementBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID enter(Terms terms, UUID account, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into directory.agreement (id, giver, taker, both_ways, scope, purposes, valid_from, valid_to,"
                        + " basis, document, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        terms.giver(),
                        terms.taker(),
                        terms.bothWays(),
                        terms.scope().toArray(String[]::new),
                        terms.purposes().toArray(String[]::new),
                        terms.from(),
                        terms.to(),
                        terms.basis(),
                        terms.document(),
                        account,
                        at(now))
                .update();
        return id;
    }

    void act(UUID agreement, String act, String reason, UUID account, Instant now) {
        jdbc.sql("insert into directory.agreement_act (id, agreement, act, reason, account, at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), agreement, act, reason, account, at(now))
                .update();
    }

    Optional<Agreement> find(UUID id) {
        return jdbc.sql("select * from directory.agreement where id = ?")
                .param(id)
                .query(this::agreement)
                .optional();
    }

    /** Those that end last come first. */
    List<Agreement> all() {
        return jdbc.sql("select * from directory.agreement order by valid_to desc, entered_at desc")
                .query(this::agreement)
                .list();
    }

    List<Agreement> between(UUID one, UUID other) {
        return jdbc.sql(
                        "select * from directory.agreement where (giver = ? and taker = ?) or (giver = ? and taker = ?)")
                .params(one, other, other, one)
                .query(this::agreement)
                .list();
    }

    private Agreement agreement(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var terms = new Terms(
                row.getObject("giver", UUID.class),
                row.getObject("taker", UUID.class),
                row.getBoolean("both_ways"),
                Set.of((String[]) row.getArray("scope").getArray()),
                Set.of((String[]) row.getArray("purposes").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("basis"),
                row.getString("document"));
        return new Agreement(
                id,
                terms,
                row.getObject("entered_by", UUID.class),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                acts(id));
    }

    private List<Act> acts(UUID agreement) {
        return jdbc.sql("select act, reason, account, at from directory.agreement_act where agreement = ? order by at")
                .param(agreement)
                .query((row, number) -> new Act(
                        row.getString("act"),
                        row.getString("reason"),
                        row.getObject("account", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
