package masar.assistance.internal;

import masar.sealing.SubjectErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was delivered goes with the case, or with the referral under whose key it was written. */
@Component
class ServicesErased {

    private final JdbcClient jdbc;

    ServicesErased(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case") || fact.subject().kind().equals("referral")) {
            jdbc.sql("select assistance.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }
}
