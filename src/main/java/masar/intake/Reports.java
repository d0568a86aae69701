package masar.intake;

import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Reports and their triage. */
public interface Reports {

    /** Writes down what somebody told us, and begins its way; returns the id of the report. */
    UUID receive(Viewer viewer, Told told);

    /** Decides what a report calls for, once; opens a case when the person is to be screened. */
    Optional<CaseId> triage(Viewer viewer, UUID report, Triage triage);
}
