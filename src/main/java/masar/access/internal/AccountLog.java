package masar.access.internal;

import masar.audit.LogRule;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The log of an account opens to its holder, and to administrators who manage it. */
@Component
@Transactional(readOnly = true)
class AccountLog implements LogRule {

    private final AccountStore accounts;

    AccountLog(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public boolean opensTo(Viewer viewer, Subject subject) {
        return viewer.account().equals(subject.id())
                || (viewer.holds(Role.ADMINISTRATOR)
                        && accounts.findById(subject.id())
                                .filter(account -> Reach.of(viewer).covers(account.organisation))
                                .isPresent());
    }
}
