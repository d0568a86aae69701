package masar.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.identification.Identifications.Decision;
import masar.identification.VictimStatus;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions as they are kept: numbered within a case, only ever added. */
@Component
class DecisionBook {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    DecisionBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    VictimStatus status(CaseId id) {
        return jdbc.sql("select status from identification.decision where case_id = ? order by number desc limit 1")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(VictimStatus::of)
                .orElse(VictimStatus.UNDECIDED);
    }

    UUID add(
            CaseId id,
            VictimStatus status,
            boolean reconsidered,
            String reasons,
            Viewer by,
            Instant at,
            @Nullable UUID panel) {
        UUID decision = UUID.randomUUID();
        int number = decisions(id).size() + 1;
        try {
            jdbc.sql("insert into identification.decision"
                            + " (id, case_id, number, status, reconsidered, sealed_reasons, decided_by, organisation, at, panel)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(decision)
                    .param(id.value())
                    .param(number)
                    .param(status.code())
                    .param(reconsidered)
                    .param(sealing.sealFields(place(id, decision), reasons))
                    .param(by.account())
                    .param(by.organisation())
                    .param(at(at))
                    .param(panel)
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("decided meanwhile", twoAtOnce);
        }
        return decision;
    }

    List<Decision> decisions(CaseId id) {
        return jdbc.sql("select * from identification.decision where case_id = ? order by number desc")
                .param(id.value())
                .query((row, number) -> decision(id, row))
                .list();
    }

    Optional<Decision> find(CaseId id, int number) {
        return decisions(id).stream().filter(each -> each.number() == number).findFirst();
    }

    private Decision decision(CaseId id, ResultSet row) throws SQLException {
        UUID decision = row.getObject("id", UUID.class);
        return new Decision(
                decision,
                row.getInt("number"),
                VictimStatus.of(row.getString("status")),
                row.getBoolean("reconsidered"),
                sealing.openFields(place(id, decision), row.getBytes("sealed_reasons"), String.class)
                        .orElse(""),
                row.getObject("decided_by", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("panel", UUID.class)));
    }

    private static Place place(CaseId id, UUID decision) {
        return Place.of("identification.decision.sealed_reasons", decision, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
