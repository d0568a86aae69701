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
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps referrals; written by hand so that need, packet and notes can be sealed here, field by field. */
@Component
class ReferralStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> PACKET = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ReferralStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Referral referral) {
        jdbc.sql("""
                insert into referral.referral (id, case_id, case_code, from_organisation, from_account,
                    to_organisation, service, need, shared, urgency, state, created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        referral.id,
                        referral.caseId.value(),
                        referral.caseCode,
                        referral.from,
                        referral.fromAccount,
                        referral.to,
                        referral.service,
                        referral.need,
                        referral.shared.toArray(String[]::new),
                        referral.urgency,
                        referral.state,
                        OffsetDateTime.ofInstant(referral.createdAt, ZoneOffset.UTC))
                .update();
    }

    void change(Referral referral) {
        int changed = jdbc.sql("""
                update referral.referral set state = ?, packet = ?::jsonb, consent = ?, sent_at = ?, due_at = ?,
                    answered_at = ?, answered_by = ?, decline_reason = ?, note = ?, ended_at = ?,
                    version = version + 1
                where id = ? and version = ?""")
                .param(referral.state)
                .param(JSON.writeValueAsString(referral.packet))
                .param(referral.consent)
                .param(at(referral.sentAt))
                .param(at(referral.dueAt))
                .param(at(referral.answeredAt))
                .param(referral.answeredBy)
                .param(referral.declineReason)
                .param(referral.note)
                .param(at(referral.endedAt))
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
                .query(ReferralStore::referral)
                .optional();
    }

    List<Referral> ofCase(CaseId id) {
        return jdbc.sql("select * from referral.referral where case_id = ? order by created_at desc")
                .param(id.value())
                .query(ReferralStore::referral)
                .list();
    }

    List<Referral> receivedBy(UUID organisation) {
        return jdbc.sql("select * from referral.referral where to_organisation = ? and state <> 'draft'"
                        + " order by sent_at desc nulls last limit 200")
                .param(organisation)
                .query(ReferralStore::referral)
                .list();
    }

    List<Referral> sentBy(UUID account) {
        return jdbc.sql("select * from referral.referral where from_account = ? order by created_at desc limit 200")
                .param(account)
                .query(ReferralStore::referral)
                .list();
    }

    List<Referral> restingOn(UUID consent) {
        return jdbc.sql("select * from referral.referral where consent = ? and state in ('sent', 'accepted')")
                .param(consent)
                .query(ReferralStore::referral)
                .list();
    }

    private static Referral referral(ResultSet row, int number) throws SQLException {
        var sides = new Sides(
                row.getObject("from_organisation", UUID.class),
                row.getObject("from_account", UUID.class),
                row.getObject("to_organisation", UUID.class));
        var referral = new Referral(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("case_code"),
                sides,
                row.getObject("service", UUID.class),
                row.getString("need"),
                Set.of((String[]) row.getArray("shared").getArray()),
                row.getString("urgency"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        referral.state = row.getString("state");
        String packet = row.getString("packet");
        referral.packet = packet == null ? Map.of() : JSON.readValue(packet, PACKET);
        referral.consent = row.getObject("consent", UUID.class);
        referral.sentAt = instant(row, "sent_at");
        referral.dueAt = instant(row, "due_at");
        referral.answeredAt = instant(row, "answered_at");
        referral.answeredBy = row.getObject("answered_by", UUID.class);
        referral.declineReason = row.getString("decline_reason");
        referral.note = row.getString("note");
        referral.endedAt = instant(row, "ended_at");
        referral.version = row.getInt("version");
        return referral;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
