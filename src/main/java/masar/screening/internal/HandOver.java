package masar.screening.internal;

import java.util.List;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.Cases;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.procedure.Way;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.worklist.Task;
import org.springframework.stereotype.Component;

/** Who may read an interview once it is finished, and who no longer may. */
@Component
class HandOver {

    static final String ACT = "screening.hand-over";
    private static final String DECISION = "identification";

    private final Cases cases;
    private final Grants grants;
    private final Directory directory;

    HandOver(Cases cases, Grants grants, Directory directory) {
        this.cases = cases;
        this.grants = grants;
        this.directory = directory;
    }

    /** Organisations that may be asked to decide. */
    List<Organisation> competent() {
        return directory.competentFor(DECISION);
    }

    /** Hands the first interview to the organisation asked to decide. */
    void toDecide(Viewer viewer, Interview interview, UUID organisation) {
        Refused.unless(
                competent().stream().anyMatch(each -> each.id().equals(organisation)), "screening.refused.competent");
        String office = Grants.officeKey(organisation, Role.IDENTIFICATION_OFFICER);
        cases.share(interview.caseId(), office, Depth.SUMMARY, ACT);
        openTo(interview, office);
        openTo(interview, Grants.officeKey(cases.owner(interview.caseId()), Role.SUPERVISOR));
        letGo(viewer, interview);
    }

    /** Opens a further interview to those who have a decision to make in this case. */
    void toDeciders(Viewer viewer, Interview interview, Way way) {
        way.open().stream()
                .filter(task -> task.role() == Role.IDENTIFICATION_OFFICER
                        && way.edition().steps().containsKey(task.step()))
                .map(Task::organisation)
                .distinct()
                .forEach(
                        organisation -> openTo(interview, Grants.officeKey(organisation, Role.IDENTIFICATION_OFFICER)));
        letGo(viewer, interview);
    }

    private void openTo(Interview interview, String reader) {
        grants.give(interview.subject(), reader, Depth.FULL, ACT);
    }

    /** Who detains or polices keeps knowing that the interview was held, and no longer what was said. */
    private void letGo(Viewer viewer, Interview interview) {
        if (!InterviewRights.isRestricted(viewer)) {
            return;
        }
        for (String reader : List.of(
                Grants.officeKey(viewer.organisation(), Role.FRONT_LINE_OFFICER),
                Grants.accountKey(viewer.account()))) {
            grants.end(interview.subject(), reader, Depth.FULL);
            grants.give(interview.subject(), reader, Depth.EXISTENCE, ACT);
            cases.share(interview.caseId(), reader, Depth.EXISTENCE, ACT);
            cases.unshare(interview.caseId(), reader, Depth.SUMMARY);
        }
    }
}
