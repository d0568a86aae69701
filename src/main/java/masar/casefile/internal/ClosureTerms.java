package masar.casefile.internal;

import java.util.Optional;
import masar.casefile.Childhood;
import masar.casefile.ClosureGate;
import masar.casefile.Consent;
import masar.casefile.Consents;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What must be there before a case is closed, and what the person says about being contacted afterwards. */
@Component
class ClosureTerms {

    private static final String AGREED = "agreed";
    private static final String GUARDIAN_AGREED = "guardian-agreed";

    private final ObjectProvider<ClosureGate> gates;
    private final Consents consents;
    private final Childhood childhood;

    ClosureTerms(ObjectProvider<ClosureGate> gates, Consents consents, Childhood childhood) {
        this.gates = gates;
        this.consents = consents;
        this.childhood = childhood;
    }

    void refuseUnlessMayClose(Viewer viewer, CaseId id, String reason) {
        gates.orderedStream().forEach(gate -> gate.refuseUnlessMayClose(viewer, id, reason));
    }

    /**
     * Keeps the answer as a consent, or ends the one that was given before.
     *
     * @param answer {@code agreed}, {@code guardian-agreed}, {@code refused} or {@code not-asked}
     */
    void contact(Viewer viewer, CaseId id, String answer) {
        var before = consents.of(viewer, id).stream()
                .filter(consent -> consent.covers(Consent.CONTACT_AFTER_CLOSURE))
                .toList();
        boolean agreed = answer.equals(AGREED) || answer.equals(GUARDIAN_AGREED);
        if (!agreed) {
            before.forEach(consent -> consents.withdraw(viewer, id, consent.id()));
        } else if (before.isEmpty()) {
            boolean own = answer.equals(AGREED);
            Refused.unless(!own || !childhood.isTreatedAsChild(viewer, id), "casefile.refused.contact.child");
            String ground = own ? Consent.OWN_CONSENT : Consent.GUARDIAN_AND_ASSENT;
            consents.record(viewer, id, ground, Consent.CONTACT_AFTER_CLOSURE, Optional.empty(), null, null);
        }
    }
}
