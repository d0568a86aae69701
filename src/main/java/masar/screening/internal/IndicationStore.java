package masar.screening.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.screening.AgeAtExploitation;
import masar.screening.Indication;
import masar.screening.IndicatorAnswer;
import masar.screening.SuspectedForm;
import masar.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps indications as they were drawn; they are only ever added. */
@Component
class IndicationStore {

    /** An indication with what it was drawn from. */
    record Kept(
            UUID id,
            CaseId caseId,
            UUID interview,
            Instant at,
            UUID account,
            UUID organisation,
            Basis basis,
            Indication indication) {}

    /** What was weighed: under which edition, for which age and form, with which answers. */
    record Basis(String edition, AgeAtExploitation age, SuspectedForm form, Map<String, IndicatorAnswer> answers) {}

    private final JdbcClient jdbc;

    IndicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Kept kept) {
        var indication = kept.indication();
        jdbc.sql("""
                insert into screening.indication (id, case_id, interview, at, account, organisation, edition, catalogue,
                    catalogue_version, list, age_at_exploitation, suspected_form, conclusion, reason, treated_as_child,
                    provisional, reading, answers)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))""")
                .params(
                        kept.id(),
                        kept.caseId().value(),
                        kept.interview(),
                        OffsetDateTime.ofInstant(kept.at(), ZoneOffset.UTC),
                        kept.account(),
                        kept.organisation(),
                        kept.basis().edition(),
                        indication.catalogue().id(),
                        indication.catalogue().version(),
                        indication.list(),
                        kept.basis().age().code(),
                        kept.basis().form().code(),
                        indication.conclusion(),
                        indication.reason(),
                        indication.treatedAsChild(),
                        indication.provisional(),
                        ScreeningJson.write(indication),
                        ScreeningJson.write(kept.basis().answers()))
                .update();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from screening.indication where id = ?")
                .param(id)
                .query(IndicationStore::kept)
                .optional();
    }

    Optional<Kept> ofInterview(UUID interview) {
        return jdbc.sql("select * from screening.indication where interview = ?")
                .param(interview)
                .query(IndicationStore::kept)
                .optional();
    }

    /** The newest first. */
    List<Kept> of(CaseId id) {
        return jdbc.sql("select * from screening.indication where case_id = ? order by at desc, id")
                .param(id.value())
                .query(IndicationStore::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("interview", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                new Basis(
                        row.getString("edition"),
                        AgeAtExploitation.of(row.getString("age_at_exploitation")),
                        SuspectedForm.of(row.getString("suspected_form")),
                        ScreeningJson.readAnswers(row.getString("answers"))),
                ScreeningJson.readIndication(row.getString("reading")));
    }
}
