package masar.access.internal;

import java.util.UUID;
import java.util.function.Consumer;
import masar.audit.Audit;
import masar.shared.Refused;
import masar.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ties an invited account to the person at its organisation's provider; only an open invitation can. */
@Component
public class Linking {

    private final AccountStore accounts;
    private final Invitations invitations;
    private final Audit audit;

    Linking(AccountStore accounts, Invitations invitations, Audit audit) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Refuses unless this invitation is open, for somebody of this organisation. */
    @Transactional(readOnly = true)
    public void refuseUnlessOpen(String invitation, UUID organisation) {
        boolean open = invitations
                .open(invitation)
                .filter(each -> organisation.equals(each.organisation()))
                .isPresent();
        Refused.unless(open, "access.refused.link.used");
    }

    /**
     * Uses the invitation up and has the link written. The account is active at once when the provider asked for two
     * factors; otherwise it awaits the code app.
     */
    @Transactional
    public UUID link(byte[] invitationHash, UUID organisation, boolean strong, Consumer<UUID> write) {
        UUID id = invitations.use(invitationHash);
        var account = accounts.findById(id)
                .filter(each -> each.organisation.equals(organisation))
                .orElseThrow(() -> Refused.because("access.refused.link.used"));
        account.refuseUnlessAwaited();
        if (strong) {
            account.activate();
        }
        accounts.save(account);
        write.accept(id);
        audit.done(new Subject("account", id), "access.provider.link");
        return id;
    }
}
