package masar.identification.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.identification.PanelState;
import masar.identification.Panels.Opinion;
import masar.identification.VictimStatus;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Panels as they are kept. Declarations and opinions are only ever added. */
@Component
class PanelBook {

    /** A panel without what was said in it. */
    record Sitting(
            UUID id,
            CaseId caseId,
            String code,
            UUID chair,
            Set<UUID> members,
            LocalDate sitsOn,
            PanelState state,
            int version) {}

    private final JdbcClient jdbc;
    private final Sealing sealing;

    PanelBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    void add(Sitting sitting, Instant now) {
        try {
            jdbc.sql("insert into identification.panel (id, case_id, code, chair, members, sits_on, state, convened_at,"
                            + " version) values (?, ?, ?, ?, ?, ?, ?, ?, 1)")
                    .param(sitting.id())
                    .param(sitting.caseId().value())
                    .param(sitting.code())
                    .param(sitting.chair())
                    .param(sitting.members().toArray(UUID[]::new))
                    .param(sitting.sitsOn())
                    .param(sitting.state().code())
                    .param(at(now))
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("convened meanwhile", twoAtOnce);
        }
    }

    void become(Sitting sitting, PanelState next) {
        int changed = jdbc.sql("update identification.panel set state = ?, version = version + 1"
                        + " where id = ? and version = ?")
                .params(next.code(), sitting.id(), sitting.version())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("panel changed meanwhile");
        }
    }

    Optional<Sitting> find(UUID id) {
        return jdbc.sql("select * from identification.panel where id = ?")
                .param(id)
                .query(PanelBook::sitting)
                .optional();
    }

    List<Sitting> of(CaseId id) {
        return jdbc.sql("select * from identification.panel where case_id = ? order by convened_at desc, id")
                .param(id.value())
                .query(PanelBook::sitting)
                .list();
    }

    boolean sat(UUID panel, UUID account) {
        return find(panel)
                .filter(sitting -> sitting.members().contains(account))
                .isPresent();
    }

    void declare(Sitting sitting, UUID member, boolean free, Instant now) {
        jdbc.sql("insert into identification.panel_declaration (panel, case_id, member, free, at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(sitting.id(), sitting.caseId().value(), member, free, at(now))
                .update();
    }

    /** Who declared, and whether they are free of ties. */
    Map<UUID, Boolean> declared(UUID panel) {
        var declared = new HashMap<UUID, Boolean>();
        jdbc.sql("select member, free from identification.panel_declaration where panel = ?")
                .param(panel)
                .query((row, number) -> declared.put(row.getObject("member", UUID.class), row.getBoolean("free")))
                .list();
        return declared;
    }

    void opine(Sitting sitting, Viewer by, VictimStatus status, String reasons, Instant now) {
        UUID opinion = UUID.randomUUID();
        try {
            jdbc.sql("insert into identification.panel_opinion (id, panel, case_id, member, number, status,"
                            + " sealed_reasons, at) values (?, ?, ?, ?, (select count(*) + 1"
                            + " from identification.panel_opinion where panel = ? and member = ?), ?, ?, ?)")
                    .params(
                            opinion,
                            sitting.id(),
                            sitting.caseId().value(),
                            by.account(),
                            sitting.id(),
                            by.account(),
                            status.code(),
                            sealing.sealFields(place(sitting.caseId(), opinion), reasons),
                            at(now))
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("given meanwhile", twoAtOnce);
        }
    }

    /** The last opinion of each member that the viewer may read. */
    List<Opinion> opinions(Sitting sitting) {
        return jdbc.sql("select distinct on (member) * from identification.panel_opinion where panel = ?"
                        + " order by member, number desc")
                .param(sitting.id())
                .query((row, number) -> opinion(sitting.caseId(), row))
                .list();
    }

    /** How many members gave one; asked by members too, who may not read the others' yet. */
    int given(UUID panel) {
        return jdbc.sql("select identification.opinions_given(?)")
                .param(panel)
                .query(Integer.class)
                .single();
    }

    private Opinion opinion(CaseId id, ResultSet row) throws SQLException {
        return new Opinion(
                row.getObject("member", UUID.class),
                row.getInt("number"),
                VictimStatus.of(row.getString("status")),
                sealing.openFields(
                                place(id, row.getObject("id", UUID.class)),
                                row.getBytes("sealed_reasons"),
                                String.class)
                        .orElse(""),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Sitting sitting(ResultSet row, int number) throws SQLException {
        Array members = row.getArray("members");
        return new Sitting(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("code"),
                row.getObject("chair", UUID.class),
                Set.copyOf(Arrays.asList((UUID[]) members.getArray())),
                row.getObject("sits_on", LocalDate.class),
                PanelState.of(row.getString("state")),
                row.getInt("version"));
    }

    private static Place place(CaseId id, UUID opinion) {
        return Place.of("identification.panel_opinion.sealed_reasons", opinion, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
