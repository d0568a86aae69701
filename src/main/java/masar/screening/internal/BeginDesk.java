package masar.screening.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.AgeStatus;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Consent;
import masar.casefile.Consents;
import masar.casefile.Person;
import masar.forms.Answers;
import masar.forms.Forms;
import masar.procedure.Procedures;
import masar.screening.AgeAtExploitation;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The beginning of an interview: nothing is asked before consent or another ground is recorded. */
@Component
@Transactional
class BeginDesk {

    /**
     * On what the interview rests.
     *
     * @param code of the word list {@code legal-ground}
     * @param ageNow as known or estimated; counts only while nobody has recorded it
     */
    record Ground(String code, @Nullable String reason, AgeStatus ageNow) {}

    private static final Set<String> CONSENTED = Set.of(Consent.OWN_CONSENT, "guardian-and-assent");

    private final InterviewStore interviews;
    private final Cases cases;
    private final Consents consents;
    private final Procedures procedures;
    private final Grants grants;
    private final Forms forms;
    private final Trail trail;
    private final InstantSource clock;

    BeginDesk(
            InterviewStore interviews,
            Cases cases,
            Consents consents,
            Procedures procedures,
            Grants grants,
            Forms forms,
            Trail trail,
            InstantSource clock) {
        this.interviews = interviews;
        this.cases = cases;
        this.consents = consents;
        this.procedures = procedures;
        this.grants = grants;
        this.forms = forms;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether a ground is a consent; any other needs a written reason. */
    static boolean isConsent(String ground) {
        return CONSENTED.contains(ground);
    }

    @Transactional(readOnly = true)
    Opening opening(Viewer viewer, CaseId id) {
        var card = cases.card(viewer, id);
        return procedures
                .way(viewer, id.subject())
                .map(way -> Opening.of(viewer, card, way))
                .orElse(Opening.CLOSED);
    }

    AgeStatus ageNow(Viewer viewer, CaseId id) {
        return cases.person(viewer, id).ageNow();
    }

    UUID begin(Viewer viewer, CaseId id, Conditions conditions, Ground ground) {
        refuseUnlessFree(viewer, id);
        Person person = known(viewer, id, ground.ageNow());
        Refused.unless(
                person.ageNow() == AgeStatus.ADULT || !ground.code().equals(Consent.OWN_CONSENT),
                "screening.refused.child.ground");
        Consent consent = consents.record(
                viewer, id, ground.code(), "interview", Optional.empty(), conditions.language(), ground.reason());
        var form = forms.form(procedures.editionOf(id.subject()).instrument("screening-interview"));
        var interview = Interview.begun(
                new Interview.Beginning(
                        UUID.randomUUID(), id, viewer.organisation(), viewer.account(), consent.id(), clock.instant()),
                conditions,
                new Interview.FormUsed(form.id(), form.version()),
                known(form.id(), conditions),
                AgeAtExploitation.of(person.ageAtExploitation().code()));
        open(viewer, interview);
        interviews.add(interview);
        trail.tell(
                id,
                interview.subject(),
                "interview.begun",
                Optional.of(interview.id().toString()));
        return interview.id();
    }

    /** The person does not want an interview: only that is kept, never why. */
    void refused(Viewer viewer, CaseId id) {
        Refused.unless(opening(viewer, id) != Opening.CLOSED, "screening.refused.not.yours");
        trail.tell(id, id.subject(), "interview.refused", Optional.empty());
    }

    private void refuseUnlessFree(Viewer viewer, CaseId id) {
        CaseCard card = cases.card(viewer, id, Depth.SUMMARY);
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(opening(viewer, id) != Opening.CLOSED, "screening.refused.not.yours");
        boolean held = interviews.of(id).stream()
                .anyMatch(interview ->
                        interview.isUnfinished() && interview.organisation().equals(viewer.organisation()));
        Refused.unless(!held, "screening.refused.interview.open");
    }

    private Person known(Viewer viewer, CaseId id, AgeStatus ageNow) {
        Person person = cases.person(viewer, id);
        if (person.ageNow() != AgeStatus.UNKNOWN || ageNow == AgeStatus.UNKNOWN) {
            return person;
        }
        var aged = new Person(
                person.id(),
                person.names(),
                person.birth(),
                ageNow,
                person.ageAtExploitation(),
                person.gender(),
                person.nationalities(),
                person.language(),
                person.whereabouts(),
                person.version());
        cases.know(viewer, id, aged);
        return aged;
    }

    private Answers known(String form, Conditions conditions) {
        Answers answers = forms.session(form).begin(conditions.language()).answers();
        var told = java.util.Map.of(
                "phase", conditions.phase(),
                "persons_present", String.join(" ", conditions.present()),
                "language", conditions.language(),
                "private_place", conditions.privacy());
        for (var answer : told.entrySet()) {
            if (forms.form(form).question(answer.getKey()).isPresent()) {
                answers = answers.with(answer.getKey(), answer.getValue());
            }
        }
        return answers;
    }

    /** Colleagues of the same office may take it up; a case manager's colleagues may not. */
    private void open(Viewer viewer, Interview interview) {
        String act = "screening.interview";
        grants.give(interview.subject(), Grants.accountKey(viewer.account()), Depth.FULL, act);
        for (Role role : Set.of(Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER)) {
            if (viewer.holds(role)) {
                grants.give(interview.subject(), Grants.officeKey(viewer.organisation(), role), Depth.FULL, act);
            }
        }
    }
}
