package masar.retention;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import masar.casefile.internal.InventedCaseWork;
import masar.identification.Identifications;
import masar.identification.VictimStatus;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.referral.Referrals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Selam's case at its end: the referrals are over, Samir asked to close it and Hana agreed. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class ClosedFile {

    /** Words that stood in her file and must be nowhere once it is erased. */
    static final String NOTE = "qz9words she went home";

    private final Selam selam;
    private final Referrals referrals;
    private final Identifications identifications;
    private final InventedCaseWork caseWork;

    ClosedFile(Selam selam, Referrals referrals, Identifications identifications, InventedCaseWork caseWork) {
        this.selam = selam;
        this.referrals = referrals;
        this.identifications = identifications;
        this.caseWork = caseWork;
    }

    /** A closed case of somebody who was presumed a victim. */
    Selam.Way presumed() {
        var way = selam.lives();
        selam.as(Persona.LAYLA, layla -> {
            identifications.decide(layla, way.caseId(), VictimStatus.PRESUMED, NOTE);
            return way;
        });
        return closed(way);
    }

    /** A closed case of somebody whom nobody presumed a victim. */
    Selam.Way notPresumed() {
        return closed(selam.lives());
    }

    private Selam.Way closed(Selam.Way way) {
        selam.as(Persona.NOUR, nour -> {
            referrals.accept(nour, way.toCaritas(), NOTE);
            referrals.complete(nour, way.toCaritas(), NOTE);
            return way;
        });
        selam.as(Persona.SAMIR, samir -> {
            referrals.withdraw(samir, way.toKafa(), NOTE);
            caseWork.requestClosure(samir, way.caseId(), "returned", NOTE);
            return way;
        });
        selam.as(Persona.HANA, hana -> {
            caseWork.approveClosure(hana, way.caseId(), NOTE);
            return way;
        });
        return way;
    }

    /** Every id under which something of hers is kept. */
    static List<UUID> ids(Selam.Way way) throws SQLException {
        var ids = new ArrayList<>(List.of(
                way.report(), way.caseId().value(), way.interview(), way.indication(), way.toCaritas(), way.toKafa()));
        try (var all = TestDatabase.administrator();
                var rows = all.createStatement()
                        .executeQuery("select person from casefile.case_record where id = '"
                                + way.caseId().value() + "'")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
