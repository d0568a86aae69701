package masar.casefile.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.casefile.EndedCases;
import masar.sealing.SubjectErased;
import masar.shared.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closed cases, and what becomes of the rows of one whose keys were destroyed. */
@Component
@Transactional
class EndedBook implements EndedCases {

    private static final String CLOSED = """
            select c.id, c.code, c.owner, c.manager, c.opened_at, l.at, l.reason from casefile.case_record c
                join lateral (select at, reason from casefile.closure
                    where case_id = c.id and act = 'approved' order by at desc limit 1) l on true
            where c.state = 'closed'""";

    private final JdbcClient jdbc;

    EndedBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<EndedCase> before(Instant moment, int atMost) {
        return jdbc.sql(CLOSED + " and l.at < ? order by l.at limit ?")
                .params(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC), atMost)
                .query(EndedBook::ended)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<EndedCase> ended(CaseId id) {
        return jdbc.sql(CLOSED + " and c.id = ?")
                .param(id.value())
                .query(EndedBook::ended)
                .optional();
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case")) {
            jdbc.sql("select casefile.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }

    private static EndedCase ended(ResultSet row, int number) throws SQLException {
        return new EndedCase(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getObject("owner", UUID.class),
                Optional.ofNullable(row.getObject("manager", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }
}
