package masar.referral;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Referrals between organisations. Only the addressed one answers; none is sent without a consent or ground. */
public interface Referrals {

    /** Begins a draft for a service; {@code shared} names the parts of what is known of the person that go along. */
    UUID draft(Viewer viewer, CaseId id, UUID service, String need, Set<String> shared);

    /** Sends the draft; refused where no consent or ground covers this recipient. */
    void send(Viewer viewer, UUID referral);

    void accept(Viewer viewer, UUID referral, String note);

    /** Declines with a code of the word list {@code decline-reason}. */
    void decline(Viewer viewer, UUID referral, String reason, String note);

    void complete(Viewer viewer, UUID referral, String note);

    /** Takes it back; the packet closes at once. */
    void withdraw(Viewer viewer, UUID referral, String note);

    /** A referral the viewer's side may see; the reading is audited. */
    ReferralCard card(Viewer viewer, UUID referral);

    List<ReferralCard> ofCase(Viewer viewer, CaseId id);

    /** What the viewer's organisation received, newest first. */
    List<ReferralCard> received(Viewer viewer);

    /** What the viewer sent, newest first. */
    List<ReferralCard> sent(Viewer viewer);
}
