package masar.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.identification.ReviewState;
import masar.identification.Reviews.Review;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews as they are kept; what is written in them is sealed under the key of the case. */
@Component
class ReviewBook {

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Steward steward;

    ReviewBook(JdbcClient jdbc, Sealing sealing, Steward steward) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.steward = steward;
    }

    void add(Review review, Viewer by) {
        try {
            jdbc.sql("insert into identification.review (id, case_id, decision, instance, instance_key, decides, state,"
                            + " sealed_grounds, asked_by, asked_for, asked_at, due_at, version)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")
                    .params(
                            review.id(),
                            review.caseId().value(),
                            review.decision(),
                            review.instance(),
                            review.key(),
                            review.decides(),
                            review.state().code(),
                            sealing.sealFields(grounds(review.caseId(), review.id()), review.grounds()),
                            by.account(),
                            by.organisation(),
                            at(review.askedAt()),
                            at(review.dueAt()))
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("asked meanwhile", twoAtOnce);
        }
    }

    void end(Review review, ReviewState state, String reasons, Viewer by, Instant now) {
        int changed = jdbc.sql("update identification.review set state = ?, sealed_reasons = ?, decided_by = ?,"
                        + " decided_at = ?, version = version + 1 where id = ? and version = ?")
                .params(
                        state.code(),
                        sealing.sealFields(reasons(review.caseId(), review.id()), reasons),
                        by.account(),
                        at(now),
                        review.id(),
                        review.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("review decided meanwhile");
        }
    }

    Optional<Review> find(UUID id) {
        return jdbc.sql("select * from identification.review where id = ?")
                .param(id)
                .query(this::review)
                .optional();
    }

    List<Review> of(CaseId id) {
        return jdbc.sql("select * from identification.review where case_id = ? order by asked_at desc, instance desc")
                .param(id.value())
                .query(this::review)
                .list();
    }

    /** Whether one waits for its decision, whoever acts. */
    boolean waits(CaseId id) {
        return steward.as(
                Steward.WAY,
                () -> jdbc.sql(
                                "select exists (select 1 from identification.review where case_id = ? and state = 'asked')")
                        .param(id.value())
                        .query(Boolean.class)
                        .single());
    }

    private Review review(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        byte[] reasons = row.getBytes("sealed_reasons");
        return new Review(
                id,
                caseId,
                row.getObject("decision", UUID.class),
                row.getInt("instance"),
                row.getString("instance_key"),
                row.getObject("decides", UUID.class),
                ReviewState.of(row.getString("state")),
                sealing.openFields(grounds(caseId, id), row.getBytes("sealed_grounds"), String.class)
                        .orElse(""),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)),
                Optional.ofNullable(decidedAt).map(OffsetDateTime::toInstant),
                reasons == null
                        ? ""
                        : sealing.openFields(reasons(caseId, id), reasons, String.class)
                                .orElse(""),
                row.getInt("version"));
    }

    private static Place grounds(CaseId id, UUID review) {
        return Place.of("identification.review.sealed_grounds", review, id.subject());
    }

    private static Place reasons(CaseId id, UUID review) {
        return Place.of("identification.review.sealed_reasons", review, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
