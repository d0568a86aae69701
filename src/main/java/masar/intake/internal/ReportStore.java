package masar.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps reports; what was told, and why triage decided so, is sealed under the key of the report. */
@Component
class ReportStore {

    private record Sealed(
            String whatHappened,
            @Nullable String personName,
            @Nullable String place,
            @Nullable String callerContact) {

        static final Sealed ERASED = new Sealed("", null, null, null);

        static Sealed of(Report report) {
            return new Sealed(report.whatHappened, report.personName, report.place, report.callerContact);
        }
    }

    private final JdbcClient jdbc;
    private final Sealing sealing;

    ReportStore(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Adds a new report or keeps what triage changed; refused by an exception when it was changed meanwhile. */
    void save(Report report) {
        if (report.version == 0) {
            add(report);
        } else if (change(report) == 0) {
            throw new OptimisticLockingFailureException("report changed meanwhile");
        }
        report.version++;
    }

    private void add(Report report) {
        sealing.belongsTo(report.subject(), report.organisation);
        jdbc.sql("""
                insert into intake.report (id, code, channel, caller, caller_safe, sealed, age_now, dangers, danger_now,
                    medical_need, detained, removal_on, received_at, taken_by, organisation, state, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""")
                .param(report.id)
                .param(report.code)
                .param(report.channel)
                .param(report.caller)
                .param(report.callerSafe)
                .param(sealing.sealFields(told(report.id), Sealed.of(report)))
                .param(report.ageNow)
                .param(report.dangers.toArray(String[]::new))
                .param(report.dangerNow)
                .param(report.medicalNeed)
                .param(report.detained)
                .param(report.removalOn)
                .param(at(report.receivedAt))
                .param(report.takenBy)
                .param(report.organisation)
                .param(report.state)
                .update();
    }

    private int change(Report report) {
        Instant triaged = report.triagedAt;
        return jdbc.sql("""
                update intake.report set state = ?, outcome = ?, urgency = ?, sealed_reasons = ?, triaged_by = ?,
                    triaged_at = ?, case_id = ?, version = version + 1
                where id = ? and version = ?""")
                .param(report.state)
                .param(report.outcome)
                .param(report.urgency)
                .param(report.reasons == null ? null : sealing.sealFields(reasons(report.id), report.reasons))
                .param(report.triagedBy)
                .param(triaged == null ? null : at(triaged))
                .param(report.caseId)
                .param(report.id)
                .param(report.version)
                .update();
    }

    Optional<Report> findById(UUID id) {
        return jdbc.sql("select * from intake.report where id = ?")
                .param(id)
                .query(this::report)
                .optional();
    }

    /** The newest first. */
    List<Report> ofOrganisation(UUID organisation, int atMost) {
        return jdbc.sql("select * from intake.report where organisation = ? order by received_at desc limit ?")
                .params(organisation, atMost)
                .query(this::report)
                .list();
    }

    Optional<Report> findByCaseId(UUID caseId) {
        return jdbc.sql("select * from intake.report where case_id = ?")
                .param(caseId)
                .query(this::report)
                .optional();
    }

    private Report report(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var told = sealing.openFields(told(id), row.getBytes("sealed"), Sealed.class)
                .orElse(Sealed.ERASED);
        var report = new Report(
                id,
                row.getString("code"),
                row.getString("channel"),
                row.getString("caller"),
                told.callerContact(),
                row.getBoolean("caller_safe"),
                told.place(),
                told.whatHappened(),
                told.personName(),
                row.getString("age_now"),
                Set.of((String[]) row.getArray("dangers").getArray()),
                row.getString("danger_now"),
                row.getString("medical_need"),
                row.getBoolean("detained"),
                row.getObject("removal_on", LocalDate.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("taken_by", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("state"));
        triaged(report, row);
        return report;
    }

    private void triaged(Report report, ResultSet row) throws SQLException {
        report.outcome = row.getString("outcome");
        report.urgency = row.getString("urgency");
        byte[] reasons = row.getBytes("sealed_reasons");
        report.reasons = reasons == null
                ? null
                : sealing.openFields(reasons(report.id), reasons, String.class).orElse("");
        report.triagedBy = row.getObject("triaged_by", UUID.class);
        var at = row.getObject("triaged_at", OffsetDateTime.class);
        report.triagedAt = at == null ? null : at.toInstant();
        report.caseId = row.getObject("case_id", UUID.class);
        report.version = row.getInt("version");
    }

    private static Place told(UUID report) {
        return Place.of("intake.report.sealed", report, new Subject("report", report));
    }

    private static Place reasons(UUID report) {
        return Place.of("intake.report.sealed_reasons", report, new Subject("report", report));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
