package masar.detention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.detention.ProtectionRequest;
import masar.detention.ProtectionRequest.Draft;
import masar.detention.ProtectionRequest.Reply;
import masar.detention.RequestState;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps requests to authorities and what became of them; words are sealed under the key of the case. */
@Component
class RequestBook {

    private static final String SELECT = """
            select r.*, l.on_day, l.outcome, l.sealed_text, l.id as line from detention.request r
                left join detention.request_line l on l.request = r.id and l.state = 'answered'
            where r.case_id = ?""";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    RequestBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** What is sealed of a request. */
    record Words(@Nullable String authority, String reason) {

        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    /** What became of a request on a day. */
    record Line(
            RequestState state,
            LocalDate on,
            @Nullable String outcome,
            @Nullable UUID consent,
            @Nullable String text) {

        @Override
        public String toString() {
            return "Line[hidden]";
        }
    }

    void add(Viewer by, CaseId id, UUID request, Draft draft, @Nullable UUID again, Instant now) {
        jdbc.sql("insert into detention.request (id, case_id, kind, addressee, article, again, state, sealed,"
                        + " written_by, organisation, written_at) values (?, ?, ?, ?, ?, ?, 'written', ?, ?, ?, ?)")
                .param(request)
                .param(id.value())
                .param(draft.kind())
                .param(draft.addressee())
                .param(draft.article())
                .param(again)
                .param(sealing.sealFields(place(id, request), new Words(draft.authority(), draft.reason())))
                .param(by.account())
                .param(by.organisation())
                .param(at(now))
                .update();
    }

    /** Keeps the next state of a request; refused by an exception when somebody was quicker. */
    void become(Viewer by, ProtectionRequest before, Line line, @Nullable Instant dueAt, Instant now) {
        int changed = jdbc.sql("update detention.request set state = ?, sent_on = coalesce(sent_on, ?),"
                        + " due_at = coalesce(due_at, ?) where id = ? and state = ?")
                .param(line.state().code())
                .param(line.state() == RequestState.SENT ? line.on() : null)
                .param(dueAt == null ? null : at(dueAt))
                .param(before.id())
                .param(before.state().code())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("request changed meanwhile");
        }
        UUID id = UUID.randomUUID();
        String text = line.text();
        jdbc.sql("insert into detention.request_line (id, request, case_id, state, on_day, outcome, consent,"
                        + " sealed_text, account, organisation, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(before.id())
                .param(before.caseId().value())
                .param(line.state().code())
                .param(line.on())
                .param(line.outcome())
                .param(line.consent())
                .param(text == null ? null : sealing.sealFields(linePlace(before.caseId(), id), text))
                .param(by.account())
                .param(by.organisation())
                .param(at(now))
                .update();
    }

    List<ProtectionRequest> of(CaseId id) {
        return jdbc.sql(SELECT + " order by r.written_at desc, r.id")
                .param(id.value())
                .query((row, number) -> request(id, row))
                .list();
    }

    Optional<ProtectionRequest> find(CaseId id, UUID request) {
        return jdbc.sql(SELECT + " and r.id = ?")
                .params(id.value(), request)
                .query((row, number) -> request(id, row))
                .optional();
    }

    private ProtectionRequest request(CaseId id, ResultSet row) throws SQLException {
        UUID request = row.getObject("id", UUID.class);
        var words = sealing.openFields(place(id, request), row.getBytes("sealed"), Words.class)
                .orElse(new Words(null, ""));
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new ProtectionRequest(
                request,
                id,
                new Draft(
                        row.getString("kind"),
                        row.getObject("addressee", UUID.class),
                        words.authority(),
                        row.getString("article"),
                        words.reason()),
                Optional.ofNullable(row.getObject("again", UUID.class)),
                RequestState.of(row.getString("state")),
                row.getObject("sent_on", LocalDate.class),
                due == null ? null : due.toInstant(),
                Optional.ofNullable(reply(id, row)),
                row.getObject("written_by", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable Reply reply(CaseId id, ResultSet row) throws SQLException {
        UUID line = row.getObject("line", UUID.class);
        if (line == null) {
            return null;
        }
        byte[] sealed = row.getBytes("sealed_text");
        String text = sealed == null
                ? ""
                : sealing.openFields(linePlace(id, line), sealed, String.class).orElse("");
        return new Reply(row.getObject("on_day", LocalDate.class), row.getString("outcome"), text);
    }

    private static Place place(CaseId id, UUID request) {
        return Place.of("detention.request.sealed", request, id.subject());
    }

    private static Place linePlace(CaseId id, UUID line) {
        return Place.of("detention.request_line.sealed_text", line, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
