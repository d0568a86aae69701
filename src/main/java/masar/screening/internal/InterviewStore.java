package masar.screening.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.forms.Answers;
import masar.screening.AgeAtExploitation;
import masar.screening.InterviewStatus;
import masar.screening.SuspectedForm;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps interviews; what was said, and where, is sealed under the key of the case. */
@Component
class InterviewStore {

    /** Answers and indicators are JSON within. */
    private record Sealed(
            String place,
            String answers,
            String indicators,
            @Nullable String recommendation) {

        static final Sealed ERASED = new Sealed("", Answers.none("").toJson(), "{}", null);

        static Sealed of(Interview interview) {
            var content = interview.content();
            return new Sealed(
                    interview.conditions.place(),
                    content.answers().toJson(),
                    ScreeningJson.write(content.indicators()),
                    content.recommendation());
        }
    }

    private final JdbcClient jdbc;
    private final Sealing sealing;

    InterviewStore(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    Optional<Interview> find(UUID id) {
        return jdbc.sql("select * from screening.interview where id = ?")
                .param(id)
                .query(this::interview)
                .optional();
    }

    /** The oldest first. */
    List<Interview> of(CaseId id) {
        return jdbc.sql("select * from screening.interview where case_id = ? order by begun_at, id")
                .param(id.value())
                .query(this::interview)
                .list();
    }

    List<Interview> unfinishedOn(UUID consent) {
        return jdbc.sql("select * from screening.interview where consent = ? and status in ('open', 'paused')")
                .param(consent)
                .query(this::interview)
                .list();
    }

    boolean heldBy(CaseId id, UUID organisation) {
        return jdbc.sql("select exists (select 1 from screening.interview where case_id = ? and organisation = ?)")
                .params(id.value(), organisation)
                .query(Boolean.class)
                .single();
    }

    void add(Interview interview) {
        var begun = interview.beginning;
        var conditions = interview.conditions;
        var content = interview.content();
        jdbc.sql("""
                insert into screening.interview (id, case_id, organisation, interviewer, consent, begun_at, language,
                    interpreter, phase, present, privacy, form, form_version, sealed,
                    age_at_exploitation, suspected_form, status, changed_at, changed_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""")
                .param(begun.id())
                .param(begun.caseId().value())
                .param(begun.organisation())
                .param(begun.interviewer())
                .param(begun.consent())
                .param(at(begun.at()))
                .param(conditions.language())
                .param(conditions.interpreter())
                .param(conditions.phase())
                .param(conditions.present().toArray(String[]::new))
                .param(conditions.privacy())
                .param(interview.formUsed.id())
                .param(interview.formUsed.version())
                .param(sealing.sealFields(place(begun.caseId(), begun.id()), Sealed.of(interview)))
                .param(content.age().code())
                .param(content.form().code())
                .param(interview.status().code())
                .param(at(begun.at()))
                .param(begun.interviewer())
                .update();
    }

    /** Refused by an exception when the interview was changed since it was read. */
    void change(Interview interview) {
        var content = interview.content();
        var course = interview.course();
        int changed = jdbc.sql("""
                update screening.interview set sealed = ?, age_at_exploitation = ?, suspected_form = ?, status = ?,
                    changed_at = ?, changed_by = ?, ended_at = ?, handed_to = ?, version = version + 1
                where id = ? and version = ?""")
                .param(sealing.sealFields(place(interview.caseId(), interview.id()), Sealed.of(interview)))
                .param(content.age().code())
                .param(content.form().code())
                .param(course.status().code())
                .param(at(course.changedAt()))
                .param(course.changedBy())
                .param(course.endedAt() == null ? null : at(course.endedAt()))
                .param(course.handedTo())
                .param(interview.id())
                .param(course.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("interview changed meanwhile");
        }
    }

    private Interview interview(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var said = sealing.openFields(place(caseId, id), row.getBytes("sealed"), Sealed.class)
                .orElse(Sealed.ERASED);
        return new Interview(
                new Interview.Beginning(
                        id,
                        caseId,
                        row.getObject("organisation", UUID.class),
                        row.getObject("interviewer", UUID.class),
                        row.getObject("consent", UUID.class),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant()),
                conditions(row, said.place()),
                new Interview.FormUsed(row.getString("form"), row.getString("form_version")),
                content(row, said),
                course(row));
    }

    private static Conditions conditions(ResultSet row, String place) throws SQLException {
        return new Conditions(
                row.getString("language"),
                row.getBoolean("interpreter"),
                place,
                row.getString("phase"),
                List.of((String[]) row.getArray("present").getArray()),
                row.getString("privacy"));
    }

    private static Interview.Content content(ResultSet row, Sealed said) throws SQLException {
        return new Interview.Content(
                Answers.fromJson(said.answers()),
                ScreeningJson.readAnswers(said.indicators()),
                AgeAtExploitation.of(row.getString("age_at_exploitation")),
                SuspectedForm.of(row.getString("suspected_form")),
                said.recommendation());
    }

    private static Place place(CaseId caseId, UUID interview) {
        return Place.of("screening.interview.sealed", interview, caseId.subject());
    }

    private static Interview.Course course(ResultSet row) throws SQLException {
        return new Interview.Course(
                InterviewStatus.of(row.getString("status")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_by", UUID.class),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getObject("handed_to", UUID.class),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
