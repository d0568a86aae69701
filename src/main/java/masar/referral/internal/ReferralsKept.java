package masar.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Grants;
import masar.casefile.Chronology;
import masar.retention.EndedRecord;
import masar.retention.Kept;
import masar.sealing.SubjectErased;
import masar.shared.CaseId;
import masar.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Referrals end with their case or, once they are over, before it; drafts that nobody sent go by themselves. */
@Component
class ReferralsKept implements Kept {

    private static final String ENDED = "select id, case_code, from_organisation, state, created_at, ended_at"
            + " from referral.referral where state in ('declined', 'completed', 'withdrawn') and sent_at is not null";

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Chronology chronology;

    ReferralsKept(JdbcClient jdbc, Grants grants, Chronology chronology) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.chronology = chronology;
    }

    @Override
    public Collection<Subject> parts(Subject whole) {
        return jdbc.sql("select id from referral.referral where case_id = ?")
                .param(whole.id())
                .query((row, number) -> subject(row))
                .list();
    }

    @Override
    public Optional<Subject> whole(Subject part) {
        return jdbc.sql("select case_id from referral.referral where id = ?")
                .param(part.id())
                .query(UUID.class)
                .optional()
                .map(id -> new CaseId(id).subject());
    }

    @Override
    public List<String> obstacles(Subject whole) {
        boolean running = jdbc.sql("select exists (select 1 from referral.referral"
                        + " where (case_id = ? or id = ?) and state in ('sent', 'accepted'))")
                .params(whole.id(), whole.id())
                .query(Boolean.class)
                .single();
        return running ? List.of("referral.refused.service.runs") : List.of();
    }

    @Override
    public List<EndedRecord> endedBefore(Instant moment, int atMost) {
        return jdbc.sql(ENDED + " and ended_at < ? order by ended_at limit ?")
                .params(at(moment), atMost)
                .query(ReferralsKept::ended)
                .list();
    }

    @Override
    public Optional<EndedRecord> ended(Subject subject) {
        return jdbc.sql(ENDED + " and id = ?")
                .param(subject.id())
                .query(ReferralsKept::ended)
                .optional();
    }

    @Override
    public List<Subject> dropDrafts(Instant begunBefore) {
        record Draft(Subject subject, CaseId caseId) {}
        var dropped = jdbc.sql("delete from referral.referral where state = 'draft' and created_at < ?"
                        + " returning id, case_id")
                .param(at(begunBefore))
                .query((row, number) -> new Draft(subject(row), new CaseId(row.getObject("case_id", UUID.class))))
                .list();
        dropped.forEach(draft -> {
            grants.endAll(draft.subject());
            chronology.add(
                    draft.caseId(),
                    "referral.draft.expired",
                    Optional.of(draft.subject().id().toString()));
        });
        return dropped.stream().map(Draft::subject).toList();
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("referral")) {
            jdbc.sql("select referral.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }

    private static EndedRecord ended(ResultSet row, int number) throws SQLException {
        return new EndedRecord(
                subject(row),
                row.getString("case_code"),
                row.getObject("from_organisation", UUID.class),
                "referral-ended",
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getString("state"));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject("referral", row.getObject("id", UUID.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
