package masar.retention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.sealing.ErasureGuard;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Legal holds as they are kept; while one stands, no key of its subject or of a part of it is destroyed. */
@Component
class HoldBook implements ErasureGuard {

    private record Words(String reason, String reference) {

        static final Words GONE = new Words("", "");
    }

    /** One hold; the words are empty once they cannot be read any more. */
    record Hold(
            UUID id,
            Subject subject,
            String ground,
            String reason,
            String reference,
            UUID organisation,
            UUID placedBy,
            Instant placedAt,
            @Nullable UUID liftedBy,
            @Nullable Instant liftedAt,
            String lifting) {

        boolean stands() {
            return liftedAt == null;
        }
    }

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Keeping keeping;
    private final InstantSource clock;

    HoldBook(JdbcClient jdbc, Sealing sealing, Keeping keeping, InstantSource clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.keeping = keeping;
        this.clock = clock;
    }

    UUID place(Viewer viewer, Subject subject, String ground, String reason, String reference) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into retention.hold"
                        + " (id, subject_kind, subject, ground, sealed, organisation, placed_by, placed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        subject.kind(),
                        subject.id(),
                        ground,
                        sealing.sealFields(words(id, subject), new Words(reason, reference)),
                        viewer.organisation(),
                        viewer.account(),
                        now())
                .update();
        return id;
    }

    void lift(Viewer viewer, Hold hold, String reason) {
        jdbc.sql("update retention.hold set lifted_by = ?, lifted_at = ?, sealed_lifting = ?"
                        + " where id = ? and lifted_at is null")
                .params(
                        viewer.account(),
                        now(),
                        sealing.sealFields(lifting(hold.id(), hold.subject()), reason),
                        hold.id())
                .update();
    }

    /** The newest first; as far as the viewer may know. */
    List<Hold> on(Subject subject) {
        return jdbc.sql("select * from retention.hold where subject = ? order by placed_at desc")
                .param(subject.id())
                .query(this::hold)
                .list();
    }

    Optional<Hold> find(UUID id) {
        return jdbc.sql("select * from retention.hold where id = ?")
                .param(id)
                .query(this::hold)
                .optional();
    }

    /** Whether a hold stands on the subject or on what it is a part of, whoever asks. */
    boolean isHeld(Subject subject) {
        Subject whole = keeping.whole(subject);
        return keeping.look(() -> jdbc.sql("select exists (select 1 from retention.hold"
                        + " where subject in (?, ?) and lifted_at is null)")
                .params(subject.id(), whole.id())
                .query(Boolean.class)
                .single());
    }

    @Override
    public void refuseWhileKept(Subject subject) {
        Refused.unless(!isHeld(subject), "retention.refused.held");
    }

    private Hold hold(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var subject = new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class));
        var words = sealing.openFields(words(id, subject), row.getBytes("sealed"), Words.class)
                .orElse(Words.GONE);
        byte[] lifting = row.getBytes("sealed_lifting");
        var liftedAt = row.getObject("lifted_at", OffsetDateTime.class);
        return new Hold(
                id,
                subject,
                row.getString("ground"),
                words.reason(),
                words.reference(),
                row.getObject("organisation", UUID.class),
                row.getObject("placed_by", UUID.class),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("lifted_by", UUID.class),
                liftedAt == null ? null : liftedAt.toInstant(),
                lifting == null
                        ? ""
                        : sealing.openFields(lifting(id, subject), lifting, String.class)
                                .orElse(""));
    }

    private static Place words(UUID hold, Subject subject) {
        return Place.of("retention.hold.sealed", hold, subject);
    }

    private static Place lifting(UUID hold, Subject subject) {
        return Place.of("retention.hold.sealed_lifting", hold, subject);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
