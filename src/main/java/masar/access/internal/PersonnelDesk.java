package masar.access.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import masar.access.DutiesChanged;
import masar.access.Grants;
import masar.audit.Audit;
import masar.directory.Directory;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator changes of somebody's account. Each change ends the sessions of that person, so it holds at the
 * next request; nobody changes their own account.
 */
@Component
@Transactional
class PersonnelDesk {

    private final AccountStore accounts;
    private final Invitations invitations;
    private final Sessions sessions;
    private final List<Credentials> credentials;
    private final GrantBook grants;
    private final Directory directory;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PersonnelDesk(
            AccountStore accounts,
            Invitations invitations,
            Sessions sessions,
            List<Credentials> credentials,
            GrantBook grants,
            Directory directory,
            Audit audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.sessions = sessions;
        this.credentials = credentials;
        this.grants = grants;
        this.directory = directory;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    List<Account> all(Viewer administrator) {
        var only = Reach.of(administrator).organisation();
        return only == null ? accounts.findAllByOrderByName() : accounts.findByOrganisationOrderByName(only);
    }

    @Transactional(readOnly = true)
    Account account(Viewer administrator, UUID id) {
        return reached(administrator, id);
    }

    /** A new link for somebody who has not finished enrolling; the links before it stop working. */
    String renewLink(Viewer administrator, UUID id, Handover handover) {
        var account = others(administrator, id);
        Refused.unless(account.awaitsLink(), "access.refused.not.awaited");
        audit.done(new Subject("account", id), "access.link");
        return invitations.choosePassword(id, handover);
    }

    void chooseRoles(Viewer administrator, UUID id, Set<Role> roles) {
        change(administrator, id, "access.roles", account -> account.hold(roles));
    }

    void suspend(Viewer administrator, UUID id) {
        change(administrator, id, "access.suspend", account -> {
            account.suspend();
            invitations.voidAll(id);
        });
    }

    void reinstate(Viewer administrator, UUID id) {
        change(administrator, id, "access.reinstate", Account::reinstate);
    }

    /** Takes password, code app, recovery codes, passkeys and provider away, for somebody who lost them. */
    String reset(Viewer administrator, UUID id, Handover handover) {
        change(administrator, id, "access.reset", account -> {
            account.reset();
            credentials.forEach(each -> each.forget(id));
        });
        return invitations.choosePassword(id, handover);
    }

    /** Moves the person to another organisation, with new roles; what was granted to them in the old one ends. */
    void transfer(Viewer administrator, UUID id, UUID organisation, Set<Role> roles) {
        var reach = Reach.of(administrator);
        reach.refuseUnless(organisation);
        Refused.unless(directory.organisation(organisation).isPresent(), "access.refused.organisation.unknown");
        change(administrator, id, "access.transfer", account -> {
            account.moveTo(organisation, roles);
            grants.endHeldBy(Grants.accountKey(id));
            credentials.forEach(each -> each.leave(id));
        });
    }

    private void change(Viewer administrator, UUID id, String act, Consumer<Account> change) {
        var account = others(administrator, id);
        UUID organisation = account.organisation;
        var held = account.heldRoles();
        change.accept(account);
        accounts.save(account);
        sessions.endAll(id);
        audit.done(new Subject("account", id), act);
        boolean stays = account.isActive() && account.organisation.equals(organisation);
        var ended = new HashSet<>(held);
        ended.removeAll(stays ? account.heldRoles() : Set.of());
        events.publishEvent(new DutiesChanged(id, organisation, Set.copyOf(ended)));
    }

    private Account others(Viewer administrator, UUID id) {
        var account = reached(administrator, id);
        Refused.unless(!administrator.account().equals(id), "access.refused.own.account");
        return account;
    }

    private Account reached(Viewer administrator, UUID id) {
        var reach = Reach.of(administrator);
        return accounts.findById(id)
                .filter(account -> reach.covers(account.organisation))
                .orElseThrow(Refused::notFound);
    }
}
