package masar.screening.internal;

import java.time.InstantSource;
import java.util.List;
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
import masar.forms.FormDefinition;
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

/**
 * The beginning of an interview: nothing is asked while the person is not safe, nor before consent or another ground is
 * recorded.
 */
@Component
@Transactional
class BeginDesk {

    /**
     * On what the interview rests.
     *
     * @param code of the word list {@code legal-ground}
     * @param ageNow as known or estimated; counts only while nobody has recorded it
     * @param safety code of the word list {@code safety-now}: how the person is at this moment
     */
    record Ground(String code, @Nullable String reason, AgeStatus ageNow, String safety) {}

    /** The only answer after which a full interview may follow. */
    static final String SAFE = "safe";

    private static final Set<String> CONSENTED = Set.of(Consent.OWN_CONSENT, "guardian-and-assent");

    private final InterviewStore interviews;
    private final Cases cases;
    private final Consents consents;
    private final Instruments instruments;
    private final Grants grants;
    private final UrgentNeedDesk urgent;
    private final Trail trail;
    private final InstantSource clock;

    BeginDesk(
            InterviewStore interviews,
            Cases cases,
            Consents consents,
            Instruments instruments,
            Grants grants,
            UrgentNeedDesk urgent,
            Trail trail,
            InstantSource clock) {
        this.interviews = interviews;
        this.cases = cases;
        this.consents = consents;
        this.instruments = instruments;
        this.grants = grants;
        this.urgent = urgent;
        this.trail = trail;
        this.clock = clock;
    }

    /** The form that the edition of a case asks. */
    @Component
    record Instruments(Procedures procedures, Forms forms) {

        FormDefinition of(CaseId id) {
            return forms.form(procedures.editionOf(id.subject()).instrument("screening-interview"));
        }
    }

    /** Whether a ground is a consent; any other needs a written reason. */
    static boolean isConsent(String ground) {
        return CONSENTED.contains(ground);
    }

    @Transactional(readOnly = true)
    Opening opening(Viewer viewer, CaseId id) {
        var card = cases.card(viewer, id);
        return instruments
                .procedures()
                .way(viewer, id.subject())
                .map(way -> Opening.of(viewer, card, way))
                .orElse(Opening.CLOSED);
    }

    AgeStatus ageNow(Viewer viewer, CaseId id) {
        return cases.person(viewer, id).ageNow();
    }

    UUID begin(Viewer viewer, CaseId id, Conditions conditions, Ground ground) {
        refuseUnlessFree(viewer, id);
        Refused.unless(ground.safety().equals(SAFE), "screening.refused.safety.first");
        Person person = known(viewer, id, ground.ageNow());
        Refused.unless(
                person.ageNow() == AgeStatus.ADULT || !ground.code().equals(Consent.OWN_CONSENT),
                "screening.refused.child.ground");
        Consent consent = consents.record(
                viewer, id, ground.code(), "interview", Optional.empty(), conditions.language(), ground.reason());
        var form = instruments.of(id);
        var interview = Interview.begun(
                new Interview.Beginning(
                        UUID.randomUUID(), id, viewer.organisation(), viewer.account(), consent.id(), clock.instant()),
                conditions,
                new Interview.FormUsed(form.id(), form.version()),
                known(form, conditions),
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

    /** The person is not safe, or needs care first: what is needed goes out now, and the interview waits. */
    void waits(Viewer viewer, CaseId id, List<String> needs) {
        Refused.unless(opening(viewer, id) != Opening.CLOSED, "screening.refused.not.yours");
        urgent.raise(viewer, id, needs, "");
        trail.tell(id, id.subject(), "interview.waits", Optional.empty());
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

    private Answers known(FormDefinition form, Conditions conditions) {
        Answers answers = instruments
                .forms()
                .session(form.id())
                .begin(conditions.language())
                .answers();
        var told = java.util.Map.of(
                "phase", conditions.phase(),
                "persons_present", String.join(" ", conditions.present()),
                "language", conditions.language(),
                "private_place", conditions.privacy());
        for (var answer : told.entrySet()) {
            if (form.question(answer.getKey()).isPresent()) {
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
