package masar.exchange.internal;

import masar.sealing.SubjectErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case was imported with goes with the case. */
@Component
class ImportsErased {

    private final JdbcClient jdbc;

    ImportsErased(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case")) {
            jdbc.sql("select exchange.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }
}
