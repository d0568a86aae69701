package masar.identification;

import java.time.LocalDate;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Acts on the recovery and reflection period of a case. It begins with a presumption and ends by time or by an act. */
public interface Reflections {

    /**
     * Makes the running period longer, to the end of this day: no more often, and each time no longer, than the country
     * says. By an identification officer of a competent organisation, with a reason.
     */
    void extend(Viewer viewer, CaseId id, LocalDate until, String reason);

    /** The viewer's office has spoken with the person about the coming end; its warning is settled. */
    void prepared(Viewer viewer, CaseId id, String note);

    /** The person wishes it to end now. Never for a child or somebody of unknown age. */
    void endAtOwnWish(Viewer viewer, CaseId id, String note);

    /**
     * Proposes that it end early.
     *
     * @param reason code of the word list reflection-end-reason
     */
    void proposeEnd(Viewer viewer, CaseId id, String reason, String note);

    /** A second person, a supervisor of the owner or another competent officer, ends it or lets it run. */
    void answerEnd(Viewer viewer, CaseId id, boolean ends, String note);
}
