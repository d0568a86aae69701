package masar.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Interviews about a case. Whoever reads says who is looking; what is not theirs is left out. */
public interface Interviews {

    /** Interviews this viewer may know of, the oldest first; refused as not found when the case is not theirs. */
    List<InterviewCard> interviews(Viewer viewer, CaseId id);

    /** Indications of finished interviews this viewer may read, the newest first. The reading is audited. */
    List<IndicationCard> indications(Viewer viewer, CaseId id);

    /**
     * Answers of the newest finished interview this viewer may read, by field of HTCDS 2.0 and in its codes; several
     * codes are separated by a blank, a date known in part ends early ({@code 1994-05}). Empty when there is none.
     */
    Map<String, String> htcdsAnswers(Viewer viewer, CaseId id);

    /** The form of exploitation that the newest interview speaks for, as far as this viewer may read it. */
    Optional<SuspectedForm> suspected(Viewer viewer, CaseId id);

    /** Whether this account held an interview of the case, or took part in one. */
    boolean interviewed(UUID account, CaseId id);
}
