package masar.decline;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Letting an adult go who does not want the procedures, and letting them come back. */
public interface Declines {

    /**
     * The adult declines, at the beginning of an interview, within it or afterwards while no case manager has taken the
     * case and nobody has decided. Nobody but the supervisors of the owner, who must confirm the destruction, reads what
     * was written. Refused for a child and for somebody of unknown age.
     */
    Slip decline(Viewer viewer, CaseId id);

    /**
     * Begins a new screening by the viewer's organisation for somebody who shows their slip; it holds what the stub
     * holds and nothing else. A code works once; few wrong ones may be tried in a row.
     *
     * @param owner organisation that will own the case
     */
    CaseId comeBack(Viewer viewer, String code, UUID owner);

    /** How many declined, by what the stubs say of one field; for coordinators and data officers. */
    Map<String, Integer> count(Viewer viewer, StubField field);

    /**
     * What the person is given; kept nowhere.
     *
     * @param code as it is written, in groups
     * @param until last day on which it works
     */
    record Slip(String code, LocalDate until) {

        @Override
        public String toString() {
            return "Slip[hidden]";
        }
    }
}
