package masar.screening.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.retention.Kept;
import masar.sealing.SubjectErased;
import masar.shared.CaseId;
import masar.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Interviews end with their case; none is lost while somebody still holds it. */
@Component
class InterviewsKept implements Kept {

    private final JdbcClient jdbc;

    InterviewsKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Collection<Subject> parts(Subject whole) {
        return jdbc.sql("select id from screening.interview where case_id = ?")
                .param(whole.id())
                .query((row, number) -> new Subject("interview", row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public Optional<Subject> whole(Subject part) {
        return jdbc.sql("select case_id from screening.interview where id = ?")
                .param(part.id())
                .query(UUID.class)
                .optional()
                .map(id -> new CaseId(id).subject());
    }

    @Override
    public List<String> obstacles(Subject whole) {
        boolean unfinished = jdbc.sql("select exists (select 1 from screening.interview"
                        + " where case_id = ? and status in ('open', 'paused'))")
                .param(whole.id())
                .query(Boolean.class)
                .single();
        return unfinished ? List.of("screening.refused.interview.unfinished") : List.of();
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case") || fact.subject().kind().equals("interview")) {
            jdbc.sql("select screening.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }
}
