package masar.documents.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import masar.documents.DocumentCard;
import masar.sealing.Opened;
import masar.sealing.Place;
import masar.sealing.SealClass;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Documents as they are kept: insert only, everything that a person wrote or brought sealed. Needs a transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DocumentBook {

    /** A part of a document: what came, or the copy to look at. */
    enum Part {
        ORIGINAL,
        VIEWING_COPY;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How many documents a case has, withdrawn and restricted ones included, and their bytes together. */
    record Kept(long howMany, long bytes) {}

    private record Fields(String title, String sha256) {}

    private static final String CARDS = "select d.* from documents.document d"
            + " left join documents.withdrawal w on w.document = d.id where w.document is null and d.case_id = ? ";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    DocumentBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** The classes that the viewer of this transaction may open, and so may choose. */
    List<SealClass> openClasses(CaseId id) {
        return java.util.Arrays.stream(SealClass.values())
                .filter(each -> jdbc.sql("select documents.opens(?, ?)")
                        .params(id.value(), each.code())
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    Kept kept(CaseId id) {
        return jdbc.sql("select how_many, bytes from documents.kept(?)")
                .param(id.value())
                .query((row, number) -> new Kept(row.getLong("how_many"), row.getLong("bytes")))
                .single();
    }

    void add(CaseId id, DocumentCard card) {
        byte[] sealed =
                sealing.sealFields(place(id, card.id(), card.sealClass()), new Fields(card.title(), card.sha256()));
        jdbc.sql("insert into documents.document"
                        + " (id, case_id, kind, class, type, bytes, added_by, organisation, added_at, sealed)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        card.id(),
                        id.value(),
                        card.kind(),
                        card.sealClass().code(),
                        card.type(),
                        card.bytes(),
                        card.addedBy(),
                        card.organisation(),
                        at(card.addedAt()),
                        sealed)
                .update();
    }

    void put(CaseId id, DocumentCard card, Part part, byte[] content) {
        UUID row = UUID.randomUUID();
        byte[] sealed = sealing.seal(contentPlace(id, row, card.sealClass()), content);
        jdbc.sql("insert into documents.content (id, document, case_id, class, part, sealed)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(row, card.id(), id.value(), card.sealClass().code(), part.code(), sealed)
                .update();
    }

    List<DocumentCard> of(CaseId id) {
        return jdbc.sql(CARDS + "order by d.added_at desc, d.id limit " + Limits.DOCUMENTS)
                .param(id.value())
                .query((row, number) -> card(row))
                .list();
    }

    Optional<DocumentCard> find(CaseId id, UUID document) {
        return jdbc.sql(CARDS + "and d.id = ?")
                .params(id.value(), document)
                .query((row, number) -> card(row))
                .optional();
    }

    /** The content, unless the keys of the case were destroyed; empty when there is no such part. */
    Optional<Opened<byte[]>> content(CaseId id, DocumentCard card, Part part) {
        return jdbc.sql("select id, sealed from documents.content where document = ? and part = ?")
                .params(card.id(), part.code())
                .query((row, number) -> sealing.open(
                        contentPlace(id, row.getObject("id", UUID.class), card.sealClass()), row.getBytes("sealed")))
                .optional();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static SealClass sealClass(String code) {
        return SealClass.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private DocumentCard card(ResultSet row) throws SQLException {
        var id = new CaseId(row.getObject("case_id", UUID.class));
        UUID document = row.getObject("id", UUID.class);
        var sealClass = sealClass(row.getString("class"));
        var fields = sealing.openFields(place(id, document, sealClass), row.getBytes("sealed"), Fields.class)
                .orElse(new Fields("", ""));
        return new DocumentCard(
                document,
                row.getString("kind"),
                fields.title(),
                sealClass,
                row.getString("type"),
                row.getInt("bytes"),
                row.getObject("added_by", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                fields.sha256());
    }

    private static Place place(CaseId id, UUID document, SealClass sealClass) {
        return new Place("documents.document.sealed", document, id.subject(), sealClass);
    }

    private static Place contentPlace(CaseId id, UUID row, SealClass sealClass) {
        return new Place("documents.content.sealed", row, id.subject(), sealClass);
    }
}
