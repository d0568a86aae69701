package masar.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.retention.EndedRecord;
import masar.retention.Kept;
import masar.sealing.SubjectErased;
import masar.shared.CaseId;
import masar.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports: the one behind a case goes with it, one that led to no case has a period of its own. */
@Component
class ReportsKept implements Kept {

    private static final String WITHOUT_CASE = "select id, code, organisation, outcome, received_at, triaged_at"
            + " from intake.report where state = 'triaged' and case_id is null";

    private final JdbcClient jdbc;

    ReportsKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Collection<Subject> parts(Subject whole) {
        return jdbc.sql("select id from intake.report where case_id = ?")
                .param(whole.id())
                .query((row, number) -> subject(row))
                .list();
    }

    @Override
    public Optional<Subject> whole(Subject part) {
        return jdbc.sql("select case_id from intake.report where id = ? and case_id is not null")
                .param(part.id())
                .query(UUID.class)
                .optional()
                .map(id -> new CaseId(id).subject());
    }

    @Override
    public List<EndedRecord> endedBefore(Instant moment, int atMost) {
        return jdbc.sql(WITHOUT_CASE + " and triaged_at < ? order by triaged_at limit ?")
                .params(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC), atMost)
                .query(ReportsKept::ended)
                .list();
    }

    @Override
    public Optional<EndedRecord> ended(Subject subject) {
        return jdbc.sql(WITHOUT_CASE + " and id = ?")
                .param(subject.id())
                .query(ReportsKept::ended)
                .optional();
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("report")) {
            jdbc.sql("select intake.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }

    private static EndedRecord ended(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new EndedRecord(
                subject(row),
                row.getString("code"),
                row.getObject("organisation", UUID.class),
                outcome.equals("unrelated") ? "report-unrelated" : "report-screened-negative",
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("triaged_at", OffsetDateTime.class).toInstant(),
                outcome);
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject("report", row.getObject("id", UUID.class));
    }
}
