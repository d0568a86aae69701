package masar.casefile.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests to close, answers to them and reopenings as they are kept; only ever added, notes sealed. */
@Component
public class ClosureBook {

    /** One line of the history of closing and reopening. */
    public record ClosureLine(Instant at, String act, String reason, String note, UUID account) {}

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final InstantSource clock;

    ClosureBook(JdbcClient jdbc, Sealing sealing, InstantSource clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    void add(Viewer viewer, CaseId id, String act, String reason, String note) {
        UUID line = UUID.randomUUID();
        jdbc.sql("insert into casefile.closure (id, case_id, act, reason, sealed_note, account, organisation, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        line,
                        id.value(),
                        act,
                        reason,
                        sealing.sealFields(place(id, line), note),
                        viewer.account(),
                        viewer.organisation(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    List<ClosureLine> of(CaseId id) {
        return jdbc.sql("select id, at, act, reason, sealed_note, account from casefile.closure"
                        + " where case_id = ? order by at desc")
                .param(id.value())
                .query((row, number) -> new ClosureLine(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("act"),
                        row.getString("reason"),
                        sealing.openFields(
                                        place(id, row.getObject("id", UUID.class)),
                                        row.getBytes("sealed_note"),
                                        String.class)
                                .orElse(""),
                        row.getObject("account", UUID.class)))
                .list();
    }

    String lastReason(CaseId id) {
        return jdbc.sql("select reason from casefile.closure where case_id = ? and act = 'requested'"
                        + " order by at desc limit 1")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static Place place(CaseId id, UUID line) {
        return Place.of("casefile.closure.sealed_note", line, id.subject());
    }
}
