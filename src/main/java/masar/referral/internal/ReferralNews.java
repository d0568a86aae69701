package masar.referral.internal;

import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.referral.ReferralStep;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the chronology, the audit and the way of the case what became of a referral. */
@Component
class ReferralNews {

    private final Cases cases;
    private final Chronology chronology;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReferralNews(Cases cases, Chronology chronology, Audit audit, ApplicationEventPublisher events) {
        this.cases = cases;
        this.chronology = chronology;
        this.audit = audit;
        this.events = events;
    }

    void drafted(Referral referral) {
        chronology.add(referral.caseId, "referral.drafted", Optional.of(referral.id.toString()));
        audit.done(referral.subject(), "referral.draft");
    }

    void dropped(Referral referral) {
        chronology.add(referral.caseId, "referral.withdrawn", Optional.of(referral.id.toString()));
        audit.done(referral.subject(), "referral.withdraw");
    }

    void listed(Viewer viewer, String which) {
        audit.read(new Subject("account", viewer.account()), "referral.list." + which);
    }

    void read(Referral referral) {
        audit.read(referral.subject(), "referral.packet");
    }

    void tell(Viewer viewer, Referral referral, String step, String outcome, Optional<UUID> chosen) {
        String what = referral.state;
        chronology.add(referral.caseId, "referral." + what, Optional.of(referral.id.toString()));
        audit.done(referral.subject(), "referral." + what);
        boolean goesOnWithReferral = referral.isOpen();
        events.publishEvent(new ReferralStep(
                referral.caseId,
                referral.id,
                step,
                outcome,
                viewer.account(),
                viewer.organisation(),
                Optional.of(cases.owner(referral.caseId)),
                chosen,
                goesOnWithReferral ? Optional.of("/referrals/" + referral.id) : Optional.empty()));
    }
}
