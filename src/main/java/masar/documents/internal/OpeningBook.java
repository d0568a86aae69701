package masar.documents.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import masar.documents.DocumentCard;
import masar.documents.internal.DocumentBook.Part;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who asked for the content of a document, why and until when; and why one was withdrawn. Needs a transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpeningBook {

    private final JdbcClient jdbc;
    private final Procedures procedures;
    private final InstantSource clock;

    OpeningBook(JdbcClient jdbc, Procedures procedures, InstantSource clock) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** One time somebody asked for the content. */
    record Opening(UUID account, UUID organisation, String part, String reason, Instant at) {}

    /** Gives the part to this viewer from now on, until the clock of the pack runs out. */
    void open(Viewer viewer, CaseId id, DocumentCard card, Part part, String reason) {
        jdbc.sql("insert into documents.opening"
                        + " (id, document, case_id, class, part, account, organisation, reason, at, until)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        card.id(),
                        id.value(),
                        card.sealClass().code(),
                        part.code(),
                        viewer.account(),
                        viewer.organisation(),
                        reason,
                        DocumentBook.at(clock.instant()),
                        DocumentBook.at(procedures.due("document-opened")))
                .update();
    }

    /** Whether this viewer asked for the part, or for the original that holds it, and may still have it. */
    boolean isOpen(Viewer viewer, DocumentCard card, Part part) {
        return jdbc.sql("select exists (select 1 from documents.opening where document = ? and account = ?"
                        + " and until > ? and part in (?, 'original'))")
                .params(card.id(), viewer.account(), DocumentBook.at(clock.instant()), part.code())
                .query(Boolean.class)
                .single();
    }

    /** The newest first. */
    List<Opening> of(DocumentCard card, int atMost) {
        return jdbc.sql("select account, organisation, part, reason, at from documents.opening where document = ?"
                        + " order by at desc limit ?")
                .params(card.id(), atMost)
                .query((row, number) -> new Opening(
                        row.getObject("account", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getString("part"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void withdraw(Viewer viewer, CaseId id, DocumentCard card, String reason) {
        jdbc.sql("insert into documents.withdrawal (document, case_id, class, account, organisation, reason, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        card.id(),
                        id.value(),
                        card.sealClass().code(),
                        viewer.account(),
                        viewer.organisation(),
                        reason,
                        DocumentBook.at(clock.instant()))
                .update();
    }
}
