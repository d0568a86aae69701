package masar.procedure.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.procedure.Departure;
import masar.procedure.Departure.Kind;
import masar.procedure.Departure.Why;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departures as they are kept; only ever added, notes sealed. */
@Component
class DepartureBook {

    private static final String WITH_THEIR_WAY = """
            select d.id, d.subject, d.kind, d.step, d.outcome, d.reason, d.account, d.organisation, d.at,
                w.subject_kind, w.code, w.address, w.edition
            from procedure.departure d join procedure.way w on w.subject = d.subject
            """;

    private static final int COUNTED = 1000;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final InstantSource clock;

    DepartureBook(JdbcClient jdbc, Sealing sealing, InstantSource clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    void add(Viewer by, Subject subject, Kind kind, String step, @Nullable String outcome, Why why) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into procedure.departure"
                        + " (id, subject, kind, step, outcome, reason, sealed_note, account, organisation, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(subject.id())
                .param(kind.code())
                .param(step)
                .param(outcome)
                .param(why.reason())
                .param(sealing.sealFields(place(id, subject), why.note()))
                .param(by.account())
                .param(by.organisation())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    List<Departure> of(Subject subject) {
        return jdbc.sql(WITH_THEIR_WAY + "where d.subject = ? order by d.at desc")
                .param(subject.id())
                .query(DepartureBook::departure)
                .list();
    }

    List<Departure> newest(int atMost) {
        return jdbc.sql(WITH_THEIR_WAY + "order by d.at desc limit ?")
                .param(atMost)
                .query(DepartureBook::departure)
                .list();
    }

    Optional<String> note(Departure departure) {
        return jdbc.sql("select sealed_note from procedure.departure where id = ?")
                .param(departure.id())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .map(bytes -> sealing.openFields(place(departure.id(), departure.subject()), bytes, String.class)
                        .orElse(""))
                .filter(note -> !note.isEmpty());
    }

    /** Of the newest thousand. */
    Map<String, Integer> outOfTurn() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select step, count(*) from (select step from procedure.passage where not in_turn"
                        + " order by at desc limit ?) newest group by step order by 2 desc, 1")
                .param(COUNTED)
                .query((row, number) -> counts.put(row.getString(1), row.getInt(2)))
                .list();
        return counts;
    }

    private static Place place(UUID id, Subject subject) {
        return Place.of("procedure.departure.sealed_note", id, subject);
    }

    private static Departure departure(ResultSet row, int number) throws SQLException {
        return new Departure(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("code"),
                row.getString("address"),
                row.getString("edition"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("step"),
                Optional.ofNullable(row.getString("outcome")),
                row.getString("reason"),
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
