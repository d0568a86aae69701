package masar.identification.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.CaseCard;
import masar.identification.internal.IdentificationTasks.Hands;
import masar.identification.internal.PanelBook.Sitting;
import masar.screening.InterviewCard;
import masar.screening.Interviews;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;

/** What members of a panel see, and until when: that the case exists, then the file, then nothing. And what they must do. */
@Component
class PanelSight {

    private static final String ACT = "identification.panel";

    private final Grants grants;
    private final Interviews interviews;
    private final IdentificationRules rules;
    private final Competence competence;
    private final Accounts accounts;
    private final IdentificationTasks tasks;

    PanelSight(
            Grants grants,
            Interviews interviews,
            IdentificationRules rules,
            Competence competence,
            Accounts accounts,
            IdentificationTasks tasks) {
        this.grants = grants;
        this.interviews = interviews;
        this.rules = rules;
        this.competence = competence;
        this.accounts = accounts;
        this.tasks = tasks;
    }

    /** Something is waited for from this member. */
    void await(Viewer by, CaseCard card, String step, Sitting sitting, UUID member, Instant due) {
        UUID organisation =
                accounts.colleague(member).map(Colleague::organisation).orElseThrow(Refused::notFound);
        var hands = new Hands(organisation, Role.IDENTIFICATION_OFFICER, Optional.of(member));
        tasks.open(by, card, step, member, hands, "/panels/" + sitting.id(), due);
    }

    /** Nothing is waited for any more from any of them. */
    void settle(Viewer by, CaseCard card, Sitting sitting) {
        for (UUID member : sitting.members()) {
            tasks.close(by, card, IdentificationTasks.DECLARE, member);
            tasks.close(by, card, IdentificationTasks.OPINION, member);
        }
    }

    /** They are asked, and may know of the case. */
    void ask(Sitting sitting) {
        others(sitting, sitting.members())
                .forEach(member ->
                        grants.giveUntil(sitting.caseId().subject(), member, Depth.EXISTENCE, ACT, until(sitting)));
    }

    /** They read the person, the decisions, and the interviews that the chair may read. */
    void open(Viewer chair, Sitting sitting, Set<UUID> free) {
        var readable = interviews.interviews(chair, sitting.caseId()).stream()
                .map(InterviewCard::id)
                .map(id -> new Subject("interview", id))
                .filter(interview -> grants.allows(chair, interview, Depth.FULL))
                .toList();
        others(sitting, free).forEach(member -> {
            grants.giveUntil(sitting.caseId().subject(), member, Depth.SUMMARY, ACT, until(sitting));
            readable.forEach(interview -> grants.giveUntil(interview, member, Depth.FULL, ACT, until(sitting)));
        });
    }

    /** The session is over: what they were given ends. */
    void end(Viewer chair, Sitting sitting) {
        var held = interviews.interviews(chair, sitting.caseId()).stream()
                .map(InterviewCard::id)
                .toList();
        others(sitting, sitting.members()).forEach(member -> end(sitting, member, held));
    }

    /** One of them has a tie and is off the panel; nobody else sees a difference. */
    void end(Sitting sitting, UUID member, Iterable<UUID> held) {
        String key = Grants.accountKey(member);
        grants.end(sitting.caseId().subject(), key, Depth.EXISTENCE);
        grants.end(sitting.caseId().subject(), key, Depth.SUMMARY);
        held.forEach(interview -> grants.end(new Subject("interview", interview), key, Depth.FULL));
    }

    private Instant until(Sitting sitting) {
        return competence.due(competence.endOf(sitting.sitsOn()), rules.panel().access());
    }

    private static Set<UUID> others(Sitting sitting, Set<UUID> members) {
        var others = new HashSet<>(members);
        others.remove(sitting.chair());
        return others;
    }
}
