package masar.retention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.country.Countries;
import masar.retention.EndedRecord;
import masar.sealing.ErasureCertificate;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletions as they are kept, from the proposal to the certificate. */
@Component
public class DeletionBook {

    static final String PROPOSED = "proposed";
    static final String WITHDRAWN = "withdrawn";
    static final String ERASED = "erased";

    /**
     * A deletion: proposed, withdrawn, or carried out; then it is the certificate and all that is left.
     *
     * @param note in the words of who proposed it; empty once the key is destroyed
     * @param outcome code of how the record had ended
     */
    public record Deletion(
            UUID id,
            Subject subject,
            String code,
            String recordClass,
            UUID organisation,
            String reason,
            String note,
            String state,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            LocalDate begunOn,
            Instant since,
            String outcome) {

        /** What may follow what; drawn into docs/states by a test. */
        static final Map<String, Set<String>> TRANSITIONS =
                Map.of(PROPOSED, Set.of(ERASED, WITHDRAWN), WITHDRAWN, Set.of(), ERASED, Set.of());

        public boolean isOpen() {
            return state.equals(PROPOSED);
        }

        public boolean isErased() {
            return state.equals(ERASED);
        }
    }

    /** One part that was destroyed, with the entry of the ledger that says so. */
    public record Line(UUID entry, String kind, int keys, Instant lastCopyAt, String hash) {}

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Countries countries;
    private final InstantSource clock;

    DeletionBook(JdbcClient jdbc, Sealing sealing, Countries countries, InstantSource clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.countries = countries;
        this.clock = clock;
    }

    UUID propose(Viewer viewer, EndedRecord record, String reason, String note) {
        UUID id = UUID.randomUUID();
        var zone = countries.current().calendar().zone();
        jdbc.sql("insert into retention.deletion (id, subject_kind, subject, code, record_class, organisation, reason,"
                        + " sealed_note, state, proposed_by, proposed_at, begun_on, since, outcome)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        record.subject().kind(),
                        record.subject().id(),
                        record.code(),
                        record.recordClass(),
                        record.organisation(),
                        reason,
                        sealing.sealFields(note(id, record.subject()), note),
                        PROPOSED,
                        viewer.account(),
                        at(clock.instant()),
                        record.begunAt().atZone(zone).toLocalDate(),
                        at(record.since()),
                        record.outcome())
                .update();
        return id;
    }

    void become(Viewer viewer, Deletion deletion, String state) {
        Refused.unless(
                Deletion.TRANSITIONS.getOrDefault(deletion.state(), Set.of()).contains(state),
                "retention.refused.decided");
        int changed = jdbc.sql("update retention.deletion set state = ?, decided_by = ?, decided_at = ?"
                        + " where id = ? and state = ?")
                .params(state, viewer.account(), at(clock.instant()), deletion.id(), PROPOSED)
                .update();
        Refused.unless(changed == 1, "retention.refused.decided");
    }

    void certify(UUID deletion, int number, ErasureCertificate certificate) {
        jdbc.sql("insert into retention.certificate_line"
                        + " (entry, deletion, number, subject_kind, subject, keys, last_copy_at, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        certificate.id(),
                        deletion,
                        number,
                        certificate.subject().kind(),
                        certificate.subject().id(),
                        certificate.keys(),
                        at(certificate.lastCopyAt()),
                        certificate.hash())
                .update();
    }

    Optional<Deletion> find(UUID id) {
        return jdbc.sql("select * from retention.deletion where id = ?")
                .param(id)
                .query(this::deletion)
                .optional();
    }

    /** The proposal or certificate of a subject that stands, as far as the viewer may know. */
    Optional<Deletion> of(Subject subject) {
        return jdbc.sql("select * from retention.deletion where subject = ? and state <> 'withdrawn'")
                .param(subject.id())
                .query(this::deletion)
                .optional();
    }

    /** The newest first, as far as the viewer may know. */
    List<Deletion> in(String state) {
        return jdbc.sql("select * from retention.deletion where state = ? order by proposed_at desc limit ?")
                .params(state, PAGE)
                .query(this::deletion)
                .list();
    }

    List<Line> lines(UUID deletion) {
        return jdbc.sql("select * from retention.certificate_line where deletion = ? order by number")
                .param(deletion)
                .query((row, number) -> new Line(
                        row.getObject("entry", UUID.class),
                        row.getString("subject_kind"),
                        row.getInt("keys"),
                        row.getObject("last_copy_at", OffsetDateTime.class).toInstant(),
                        row.getString("hash")))
                .list();
    }

    private Deletion deletion(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var subject = new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class));
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Deletion(
                id,
                subject,
                row.getString("code"),
                row.getString("record_class"),
                row.getObject("organisation", UUID.class),
                row.getString("reason"),
                sealing.openFields(note(id, subject), row.getBytes("sealed_note"), String.class)
                        .orElse(""),
                row.getString("state"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("outcome"));
    }

    private static Place note(UUID deletion, Subject subject) {
        return Place.of("retention.deletion.sealed_note", deletion, subject);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
