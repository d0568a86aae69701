package masar.sealing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.sealing.Erasure;
import masar.sealing.ErasureCertificate;
import masar.sealing.ErasureGuard;
import masar.sealing.SubjectErased;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ErasureDesk implements Erasure {

    /** No backup copy of wrapped keys may live longer, whatever is configured. */
    private static final int LONGEST_DAYS = 35;

    private final JdbcClient jdbc;
    private final SubjectKeys keys;
    private final Audit audit;
    private final ObjectProvider<ErasureGuard> guards;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Duration backups;

    ErasureDesk(
            JdbcClient jdbc,
            SubjectKeys keys,
            Audit audit,
            ObjectProvider<ErasureGuard> guards,
            ApplicationEventPublisher events,
            InstantSource clock,
            @Value("${masar.key-backup-days:35}") int backupDays) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.audit = audit;
        this.guards = guards;
        this.events = events;
        this.clock = clock;
        this.backups = Duration.ofDays(Math.clamp(backupDays, 0, LONGEST_DAYS));
    }

    @Override
    public ErasureCertificate erase(Viewer viewer, Subject subject, String reason, UUID second) {
        CurrentViewer.require(viewer);
        Refused.unless(!viewer.account().equals(second), "sealing.refused.second.person");
        Refused.unless(find(subject).isEmpty(), "sealing.refused.erased");
        guards.forEach(guard -> guard.refuseWhileKept(subject));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var certificate = new ErasureCertificate(
                UUID.randomUUID(),
                subject,
                reason,
                viewer.account(),
                second,
                now,
                keys.destroy(subject),
                now.plus(backups));
        keep(certificate);
        audit.done(subject, "sealing.erase");
        events.publishEvent(new SubjectErased(subject));
        return certificate;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ErasureCertificate> certificate(Viewer viewer, Subject subject) {
        CurrentViewer.require(viewer);
        return find(subject);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ErasureCertificate> ledger() {
        return jdbc.sql("select * from sealing.erasure order by at, id")
                .query(ErasureDesk::certificate)
                .list();
    }

    @Override
    public int replay(List<ErasureCertificate> ledger) {
        int again = 0;
        for (ErasureCertificate each : ledger) {
            int destroyed = keys.destroy(each.subject());
            boolean known = find(each.subject()).isPresent();
            if (!known) {
                keep(each);
            }
            if (destroyed > 0 || !known) {
                audit.done(each.subject(), "sealing.erase.again");
                events.publishEvent(new SubjectErased(each.subject()));
                again++;
            }
        }
        return again;
    }

    private Optional<ErasureCertificate> find(Subject subject) {
        return jdbc.sql("select * from sealing.erasure where subject = ? and subject_kind = ?")
                .params(subject.id(), subject.kind())
                .query(ErasureDesk::certificate)
                .optional();
    }

    private void keep(ErasureCertificate certificate) {
        jdbc.sql("insert into sealing.erasure (id, subject_kind, subject, reason, by_account, second_account, at, keys,"
                        + " last_copy_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        certificate.id(),
                        certificate.subject().kind(),
                        certificate.subject().id(),
                        certificate.reason(),
                        certificate.by(),
                        certificate.second(),
                        at(certificate.at()),
                        certificate.keys(),
                        at(certificate.lastCopyAt()))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static ErasureCertificate certificate(ResultSet row, int number) throws SQLException {
        return new ErasureCertificate(
                row.getObject("id", UUID.class),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("reason"),
                row.getObject("by_account", UUID.class),
                row.getObject("second_account", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("keys"),
                row.getObject("last_copy_at", OffsetDateTime.class).toInstant());
    }
}
