package masar.screening.internal;

import java.util.Arrays;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.forms.Question;
import masar.shared.CaseId;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;

/**
 * Who may hold, read or only know of an interview. Who detains or polices keeps its own interview until it is handed
 * over, and afterwards sees its status and dates, unless it was itself asked to decide.
 */
@Component
class InterviewRights {

    private final InterviewStore interviews;
    private final Grants grants;

    InterviewRights(InterviewStore interviews, Grants grants) {
        this.interviews = interviews;
        this.grants = grants;
    }

    /** The interview, if the viewer may go on with it; not found otherwise. */
    Interview toWrite(Viewer viewer, UUID id) {
        return interviews
                .find(id)
                .filter(interview -> mayWrite(viewer, interview))
                .orElseThrow(Refused::notFound);
    }

    /** The interview, if the viewer may read what was said; not found otherwise. */
    Interview toRead(Viewer viewer, UUID id) {
        return interviews
                .find(id)
                .filter(interview -> mayRead(viewer, interview))
                .orElseThrow(Refused::notFound);
    }

    boolean mayWrite(Viewer viewer, Interview interview) {
        return interview.isUnfinished()
                && interview.organisation().equals(viewer.organisation())
                && grants.allows(viewer, interview.subject(), Depth.FULL);
    }

    boolean mayRead(Viewer viewer, Interview interview) {
        return grants.allows(viewer, interview.subject(), Depth.FULL)
                || (!isRestricted(viewer)
                        && grants.allows(viewer, interview.caseId().subject(), Depth.FULL));
    }

    /** Whether the viewer may know that this interview was held. */
    boolean mayKnowOf(Viewer viewer, Interview interview) {
        return interview.organisation().equals(viewer.organisation())
                || grants.allows(viewer, interview.subject(), Depth.EXISTENCE)
                || (!isRestricted(viewer)
                        && grants.allows(viewer, interview.caseId().subject(), Depth.SUMMARY));
    }

    boolean hasOwn(Viewer viewer, CaseId id) {
        return interviews.heldBy(id, viewer.organisation());
    }

    static boolean isRestricted(Viewer viewer) {
        return viewer.organisationKind() == OrganisationKind.DETAINING
                || viewer.organisationKind() == OrganisationKind.POLICE;
    }

    /** Whether the form hides this question from the viewer's kind of organisation, by its column {@code hidden_from}. */
    static boolean hides(Viewer viewer, Question question) {
        return Arrays.asList(question.column("hidden_from").strip().split("\\s+"))
                .contains(viewer.organisationKind().code());
    }
}
