package masar.identification.internal;

import java.util.Optional;
import masar.retention.Kept;
import masar.sealing.SubjectErased;
import masar.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions end with their case, and tell whether its person was ever presumed to be a victim. */
@Component
class DecisionsKept implements Kept {

    private final JdbcClient jdbc;

    DecisionsKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> classOfCase(Subject whole) {
        boolean everPresumed = jdbc.sql("select exists (select 1 from identification.decision"
                        + " where case_id = ? and status in ('presumed', 'confirmed'))")
                .param(whole.id())
                .query(Boolean.class)
                .single();
        return everPresumed ? Optional.empty() : Optional.of("interview-not-indicated");
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case")) {
            jdbc.sql("select identification.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }
}
