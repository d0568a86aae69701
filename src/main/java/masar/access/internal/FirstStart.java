package masar.access.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** While nobody can sign in yet, prints a link that creates the first administrator, once. */
@Component
class FirstStart {

    private final AccountStore accounts;
    private final Invitations invitations;
    private final TransactionTemplate transaction;
    private final boolean verb;
    private final PublicAddress address;

    FirstStart(
            AccountStore accounts,
            Invitations invitations,
            TransactionTemplate transaction,
            PublicAddress address,
            @Value("${masar.verb:false}") boolean verb) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.transaction = transaction;
        this.address = address;
        this.verb = verb;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printLink() {
        if (verb) {
            return;
        }
        boolean nobody = Boolean.TRUE.equals(transaction.execute(status -> accounts.count() == 0));
        System.out.println("Masar is ready: " + address.value() + "/");
        if (nobody) {
            System.out.println("Create the first administrator (the link works once, for three days):");
            System.out.println("  " + address.value() + "/invitation/" + invitations.firstAdministrator());
        }
    }
}
