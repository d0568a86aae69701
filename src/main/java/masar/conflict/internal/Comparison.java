package masar.conflict.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import masar.access.Steward;
import masar.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what staff declared with who is accused, as the steward of conflicts: neither side sees the other. */
@Component
class Comparison {

    private static final String PAIRS = """
            select distinct on (a.id, t.id) a.id as accused, a.case_id, a.organisation, a.sealed as accused_sealed,
                t.id as tie, t.account, t.kind, t.sealed as tie_sealed, t.declared_at
            from conflict.accused a
                join conflict.accused_token x on x.accused = a.id
                join conflict.tie_token y on y.token = x.token
                join conflict.tie t on t.id = y.tie
            where""";

    private final JdbcClient jdbc;
    private final AccusedBook accused;
    private final TieBook ties;
    private final Steward steward;
    private final InstantSource clock;

    Comparison(JdbcClient jdbc, AccusedBook accused, TieBook ties, Steward steward, InstantSource clock) {
        this.jdbc = jdbc;
        this.accused = accused;
        this.ties = ties;
        this.steward = steward;
        this.clock = clock;
    }

    /** A declared tie that may lead to an accused. */
    record Pair(UUID accused, UUID tie, CaseId caseId, UUID account) {}

    private record Candidate(Pair pair, boolean holds) {}

    List<Pair> inCase(CaseId id) {
        return pairs("a.case_id = ?", id.value());
    }

    List<Pair> of(UUID account) {
        return pairs("t.account = ?", account);
    }

    /** Notes that the pair was found; false when it had been: who lifted it then is not asked again. */
    boolean isNew(Pair pair) {
        return steward.as(
                Steward.CONFLICT,
                () -> jdbc.sql("insert into conflict.finding (id, accused, tie, case_id, account, found_at)"
                                        + " values (?, ?, ?, ?, ?, ?) on conflict (accused, tie) do nothing")
                                .params(
                                        UUID.randomUUID(),
                                        pair.accused(),
                                        pair.tie(),
                                        pair.caseId().value(),
                                        pair.account(),
                                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .update()
                        == 1);
    }

    boolean wasFound(Pair pair) {
        return steward.as(
                Steward.CONFLICT,
                () -> jdbc.sql("select exists (select 1 from conflict.finding where accused = ? and tie = ?)")
                        .params(pair.accused(), pair.tie())
                        .query(Boolean.class)
                        .single());
    }

    private List<Pair> pairs(String condition, UUID value) {
        return steward.as(
                Steward.CONFLICT,
                () -> jdbc.sql(PAIRS + " " + condition).param(value).query(this::candidate).list().stream()
                        .filter(Candidate::holds)
                        .map(Candidate::pair)
                        .toList());
    }

    private Candidate candidate(ResultSet row, int number) throws SQLException {
        var pair = new Pair(
                row.getObject("accused", UUID.class),
                row.getObject("tie", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("account", UUID.class));
        var tie = ties.open(
                pair.account(),
                pair.tie(),
                row.getString("kind"),
                row.getBytes("tie_sealed"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant());
        UUID unit = tie.organisation();
        if (unit != null) {
            return new Candidate(pair, unit.equals(row.getObject("organisation", UUID.class)));
        }
        String employer = accused.open(pair.caseId(), pair.accused(), row.getBytes("accused_sealed"))
                .employer();
        String name = tie.name();
        return new Candidate(pair, employer != null && name != null && Employer.mayBeOne(name, employer));
    }
}
