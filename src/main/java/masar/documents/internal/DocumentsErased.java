package masar.documents.internal;

import masar.sealing.SubjectErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of a case go with the case. */
@Component
class DocumentsErased {

    private final JdbcClient jdbc;

    DocumentsErased(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case")) {
            jdbc.sql("select documents.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }
}
