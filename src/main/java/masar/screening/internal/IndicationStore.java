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
import masar.sealing.Place;
import masar.sealing.Sealing;
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

    private record Sealed(String reading, String answers) {

        static Sealed of(Kept kept) {
            return new Sealed(
                    ScreeningJson.write(kept.indication()),
                    ScreeningJson.write(kept.basis().answers()));
        }
    }

    private final JdbcClient jdbc;
    private final Sealing sealing;

    IndicationStore(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    void add(Kept kept) {
        var indication = kept.indication();
        jdbc.sql("""
                insert into screening.indication (id, case_id, interview, at, account, organisation, edition, catalogue,
                    catalogue_version, list, age_at_exploitation, suspected_form, conclusion, reason, treated_as_child,
                    provisional, sealed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
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
                        sealing.sealFields(place(kept.caseId(), kept.id()), Sealed.of(kept)))
                .update();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql("select * from screening.indication where id = ?")
                .param(id)
                .query(this::kept)
                .optional();
    }

    Optional<Kept> ofInterview(UUID interview) {
        return jdbc.sql("select * from screening.indication where interview = ?")
                .param(interview)
                .query(this::kept)
                .optional();
    }

    /** The newest first. */
    List<Kept> of(CaseId id) {
        return jdbc.sql("select * from screening.indication where case_id = ? order by at desc, id")
                .param(id.value())
                .query(this::kept)
                .list();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var drawn = sealing.openFields(place(caseId, id), row.getBytes("sealed"), Sealed.class);
        return new Kept(
                id,
                caseId,
                row.getObject("interview", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                new Basis(
                        row.getString("edition"),
                        AgeAtExploitation.of(row.getString("age_at_exploitation")),
                        SuspectedForm.of(row.getString("suspected_form")),
                        ScreeningJson.readAnswers(drawn.map(Sealed::answers).orElse("{}"))),
                drawn.map(found -> ScreeningJson.readIndication(found.reading()))
                        .orElse(bare(row)));
    }

    /** What is left of an indication once its case was erased: codes. */
    private static Indication bare(ResultSet row) throws SQLException {
        return new Indication(
                row.getString("conclusion"),
                row.getString("reason"),
                new Indication.Version(row.getString("catalogue"), row.getString("catalogue_version")),
                row.getString("list"),
                row.getBoolean("treated_as_child"),
                row.getBoolean("provisional"),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    private static Place place(CaseId caseId, UUID indication) {
        return Place.of("screening.indication.sealed", indication, caseId.subject());
    }
}
