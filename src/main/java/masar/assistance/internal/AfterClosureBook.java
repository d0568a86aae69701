package masar.assistance.internal;

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
import masar.assistance.AfterClosure.Visit;
import masar.assistance.AfterClosure.Visited;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the times after closures, their visits and how they ended; only ever added, words sealed under the case. */
@Component
class AfterClosureBook {

    static final String PROPOSED = "reopening-proposed";
    static final String DECLINED = "reopening-declined";

    private static final Set<String> ENDS = Set.of("last-visit", "reopened", "consent-withdrawn");

    private final JdbcClient jdbc;
    private final Sealing sealing;

    AfterClosureBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    private record Words(String needs, String note) {

        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    /** One time after a closure, and what became of it in order. */
    record Row(UUID id, CaseId caseId, UUID consent, Instant closedAt, List<String> acts) {

        Optional<String> ended() {
            return acts.stream().filter(ENDS::contains).findFirst();
        }

        boolean isOpen() {
            return ended().isEmpty();
        }

        /** Proposed, and not decided since. */
        boolean isReopeningProposed() {
            return !acts.contains("reopened") && acts.lastIndexOf(PROPOSED) > acts.lastIndexOf(DECLINED);
        }
    }

    UUID begin(Viewer by, CaseId id, UUID consent, Instant closedAt) {
        UUID row = UUID.randomUUID();
        jdbc.sql("insert into assistance.after_closure (id, case_id, consent, closed_at, account)"
                        + " values (?, ?, ?, ?, ?)")
                .params(row, id.value(), consent, at(closedAt), by.account())
                .update();
        return row;
    }

    void add(Viewer by, Row row, String act, @Nullable String reason, Instant now) {
        UUID line = UUID.randomUUID();
        var place = place("after_closure_line.sealed_reason", line, row.caseId());
        jdbc.sql(
                        "insert into assistance.after_closure_line (id, after_closure, case_id, act, sealed_reason, account, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(line)
                .param(row.id())
                .param(row.caseId().value())
                .param(act)
                .param(reason == null ? null : sealing.sealFields(place, reason))
                .param(by.account())
                .param(at(now))
                .update();
    }

    void add(Viewer by, Row row, int number, Visited visit, Instant now) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("insert into assistance.visit (id, after_closure, case_id, number, visited_on, way,"
                            + " trafficked_again, outcome, sealed, account, organisation, at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            row.id(),
                            row.caseId().value(),
                            number,
                            visit.on(),
                            visit.way(),
                            visit.traffickedAgain(),
                            visit.outcome(),
                            sealing.sealFields(
                                    place("visit.sealed", id, row.caseId()), new Words(visit.needs(), visit.note())),
                            by.account(),
                            by.organisation(),
                            at(now))
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("visited meanwhile", twoAtOnce);
        }
    }

    /** The times after closures of a case, the latest first. */
    List<Row> of(CaseId id) {
        return jdbc.sql("select p.*, array(select l.act from assistance.after_closure_line l"
                        + " where l.after_closure = p.id order by l.at, l.id) as acts"
                        + " from assistance.after_closure p where p.case_id = ? order by p.closed_at desc")
                .param(id.value())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        id,
                        row.getObject("consent", UUID.class),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("acts").getArray())))
                .list();
    }

    List<Visit> visits(Row period) {
        return jdbc.sql("select * from assistance.visit where after_closure = ? order by number")
                .param(period.id())
                .query((row, number) -> visit(period.caseId(), row))
                .list();
    }

    private Visit visit(CaseId id, ResultSet row) throws SQLException {
        var words = sealing.openFields(
                        place("visit.sealed", row.getObject("id", UUID.class), id), row.getBytes("sealed"), Words.class)
                .orElse(new Words("", ""));
        return new Visit(
                row.getInt("number"),
                new Visited(
                        row.getObject("visited_on", LocalDate.class),
                        row.getString("way"),
                        row.getString("trafficked_again"),
                        row.getString("outcome"),
                        words.needs(),
                        words.note()),
                row.getObject("account", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Place place(String column, UUID row, CaseId id) {
        return Place.of("assistance." + column, row, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
