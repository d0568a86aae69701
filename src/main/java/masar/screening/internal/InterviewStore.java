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
import masar.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps interviews; written by hand so that what is personal can be sealed here, field by field. */
@Component
class InterviewStore {

    private final JdbcClient jdbc;

    InterviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Interview> find(UUID id) {
        return jdbc.sql("select * from screening.interview where id = ?")
                .param(id)
                .query(InterviewStore::interview)
                .optional();
    }

    /** The oldest first. */
    List<Interview> of(CaseId id) {
        return jdbc.sql("select * from screening.interview where case_id = ? order by begun_at, id")
                .param(id.value())
                .query(InterviewStore::interview)
                .list();
    }

    List<Interview> unfinishedOn(UUID consent) {
        return jdbc.sql("select * from screening.interview where consent = ? and status in ('open', 'paused')")
                .param(consent)
                .query(InterviewStore::interview)
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
                    interpreter, place, phase, present, privacy, form, form_version, answers, indicators,
                    age_at_exploitation, suspected_form, status, changed_at, changed_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb),
                    ?, ?, ?, ?, ?, 1)""")
                .param(begun.id())
                .param(begun.caseId().value())
                .param(begun.organisation())
                .param(begun.interviewer())
                .param(begun.consent())
                .param(at(begun.at()))
                .param(conditions.language())
                .param(conditions.interpreter())
                .param(conditions.place())
                .param(conditions.phase())
                .param(conditions.present().toArray(String[]::new))
                .param(conditions.privacy())
                .param(interview.formUsed.id())
                .param(interview.formUsed.version())
                .param(content.answers().toJson())
                .param(ScreeningJson.write(content.indicators()))
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
                update screening.interview set answers = cast(? as jsonb), indicators = cast(? as jsonb),
                    age_at_exploitation = ?, suspected_form = ?, recommendation = ?, status = ?, changed_at = ?,
                    changed_by = ?, ended_at = ?, handed_to = ?, version = version + 1
                where id = ? and version = ?""")
                .param(content.answers().toJson())
                .param(ScreeningJson.write(content.indicators()))
                .param(content.age().code())
                .param(content.form().code())
                .param(content.recommendation())
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

    private static Interview interview(ResultSet row, int number) throws SQLException {
        return new Interview(
                new Interview.Beginning(
                        row.getObject("id", UUID.class),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getObject("organisation", UUID.class),
                        row.getObject("interviewer", UUID.class),
                        row.getObject("consent", UUID.class),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant()),
                conditions(row),
                new Interview.FormUsed(row.getString("form"), row.getString("form_version")),
                content(row),
                course(row));
    }

    private static Conditions conditions(ResultSet row) throws SQLException {
        return new Conditions(
                row.getString("language"),
                row.getBoolean("interpreter"),
                row.getString("place"),
                row.getString("phase"),
                List.of((String[]) row.getArray("present").getArray()),
                row.getString("privacy"));
    }

    private static Interview.Content content(ResultSet row) throws SQLException {
        return new Interview.Content(
                Answers.fromJson(row.getString("answers")),
                ScreeningJson.readAnswers(row.getString("indicators")),
                AgeAtExploitation.of(row.getString("age_at_exploitation")),
                SuspectedForm.of(row.getString("suspected_form")),
                row.getString("recommendation"));
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
