package masar.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.referral.internal.Referral.Sides;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps referrals; need, packet and notes are sealed under a key of the referral's own. */
@Component
class ReferralStore {

    private record Sealed(
            String need,
            Map<String, String> packet,
            @Nullable String note) {

        static final Sealed ERASED = new Sealed("", Map.of(), null);

        static Sealed of(Referral referral) {
            return new Sealed(referral.need, referral.packet, referral.note);
        }
    }

    private final JdbcClient jdbc;
    private final Sealing sealing;

    ReferralStore(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    void add(Referral referral) {
        jdbc.sql("""
                insert into referral.referral (id, case_id, case_code, from_organisation, from_account,
                    to_organisation, service, sealed, shared, urgency, state, created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        referral.id,
                        referral.caseId.value(),
                        referral.caseCode,
                        referral.from,
                        referral.fromAccount,
                        referral.to,
                        referral.service,
                        sealing.sealFields(place(referral.id), Sealed.of(referral)),
                        referral.shared.toArray(String[]::new),
                        referral.urgency,
                        referral.state,
                        OffsetDateTime.ofInstant(referral.createdAt, ZoneOffset.UTC))
                .update();
    }

    void change(Referral referral) {
        int changed = jdbc.sql("""
                update referral.referral set state = ?, sealed = ?, consent = ?, sent_at = ?, due_at = ?,
                    answered_at = ?, answered_by = ?, decline_reason = ?, ended_at = ?,
                    renewed_at = ?, waits_since = ?, waits_for = ?,
                    version = version + 1
                where id = ? and version = ?""")
                .param(referral.state)
                .param(sealing.sealFields(place(referral.id), Sealed.of(referral)))
                .param(referral.consent)
                .param(at(referral.sentAt))
                .param(at(referral.dueAt))
                .param(at(referral.answeredAt))
                .param(referral.answeredBy)
                .param(referral.declineReason)
                .param(at(referral.endedAt))
                .param(at(referral.renewedAt))
                .param(at(referral.waitsSince))
                .param(referral.waitsFor)
                .param(referral.id)
                .param(referral.version)
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("referral changed meanwhile");
        }
    }

    Optional<Referral> find(UUID id) {
        return jdbc.sql("select * from referral.referral where id = ?")
                .param(id)
                .query(this::referral)
                .optional();
    }

    List<Referral> ofCase(CaseId id) {
        return jdbc.sql("select * from referral.referral where case_id = ? order by created_at desc")
                .param(id.value())
                .query(this::referral)
                .list();
    }

    List<Referral> receivedBy(UUID organisation) {
        return jdbc.sql("select * from referral.referral where to_organisation = ? and state <> 'draft'"
                        + " order by sent_at desc nulls last limit 200")
                .param(organisation)
                .query(this::referral)
                .list();
    }

    List<Referral> sentBy(UUID account) {
        return jdbc.sql("select * from referral.referral where from_account = ? order by created_at desc limit 200")
                .param(account)
                .query(this::referral)
                .list();
    }

    List<Referral> restingOn(UUID consent) {
        return jdbc.sql("select * from referral.referral where consent = ? and state in ('sent', 'accepted')")
                .param(consent)
                .query(this::referral)
                .list();
    }

    /** Tells the receiver, once, what became of the case. */
    void tell(Referral referral, String what, Instant now) {
        jdbc.sql("insert into referral.news (id, referral, case_id, to_organisation, what, at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        referral.id,
                        referral.caseId.value(),
                        referral.to,
                        what,
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    List<News> news(UUID referral) {
        return jdbc.sql("select what, at from referral.news where referral = ? order by at")
                .param(referral)
                .query((row, number) -> new News(
                        row.getString("what"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Referral referral(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var words = sealing.openFields(place(id), row.getBytes("sealed"), Sealed.class)
                .orElse(Sealed.ERASED);
        var sides = new Sides(
                row.getObject("from_organisation", UUID.class),
                row.getObject("from_account", UUID.class),
                row.getObject("to_organisation", UUID.class));
        var referral = new Referral(
                id,
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("case_code"),
                sides,
                row.getObject("service", UUID.class),
                words.need(),
                Set.of((String[]) row.getArray("shared").getArray()),
                row.getString("urgency"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        referral.state = row.getString("state");
        referral.packet = words.packet();
        referral.consent = row.getObject("consent", UUID.class);
        referral.sentAt = instant(row, "sent_at");
        referral.dueAt = instant(row, "due_at");
        referral.answeredAt = instant(row, "answered_at");
        referral.answeredBy = row.getObject("answered_by", UUID.class);
        referral.declineReason = row.getString("decline_reason");
        referral.note = words.note();
        referral.endedAt = instant(row, "ended_at");
        referral.renewedAt = instant(row, "renewed_at");
        referral.waitsSince = instant(row, "waits_since");
        referral.waitsFor = row.getString("waits_for");
        referral.version = row.getInt("version");
        return referral;
    }

    private static Place place(UUID referral) {
        return Place.of("referral.referral.sealed", referral, new Subject("referral", referral));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
