package masar.access.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.audit.Audit;
import masar.directory.Directory;
import masar.shared.Language;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AccountDesk implements Accounts {

    private final AccountStore accounts;
    private final Invitations invitations;
    private final Directory directory;
    private final Audit audit;

    AccountDesk(AccountStore accounts, Invitations invitations, Directory directory, Audit audit) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Colleague> colleague(UUID account) {
        return accounts.findById(account).map(AccountDesk::colleague);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(UUID organisation, Role role) {
        return accounts.findByOrganisation(organisation).stream()
                .filter(Account::isActive)
                .filter(account -> account.heldRoles().contains(role))
                .map(AccountDesk::colleague)
                .toList();
    }

    @Override
    @Transactional
    public String invite(
            Viewer administrator,
            UUID organisation,
            String signInName,
            String name,
            Language language,
            Set<Role> roles) {
        return invite(administrator, Account.invited(organisation, signInName, name, language, roles), Handover.none());
    }

    /** Keeps the invited account and returns the token of its link. */
    @Transactional
    String invite(Viewer administrator, Account account, Handover handover) {
        var organisation = account.organisation;
        Reach.of(administrator).refuseUnless(organisation);
        Refused.unless(directory.organisation(organisation).isPresent(), "access.refused.organisation.unknown");
        Refused.unless(accounts.findBySignInName(account.signInName).isEmpty(), "access.refused.name.taken");
        accounts.save(account);
        audit.done(new Subject("account", account.id), "access.invite");
        return invitations.choosePassword(account.id, handover);
    }

    @Override
    @Transactional(readOnly = true)
    public Viewer viewer(UUID id) {
        var account = accounts.findById(id).filter(Account::isActive).orElseThrow(Refused::notFound);
        return viewerOf(account);
    }

    Viewer viewerOf(Account account) {
        OrganisationKind kind =
                directory.organisation(account.organisation).orElseThrow().kind();
        return new SignedIn(account.id, account.organisation, kind, account.heldRoles());
    }

    @Override
    public Viewer system(String name) {
        UUID id = UUID.nameUUIDFromBytes(("system:" + name).getBytes(StandardCharsets.UTF_8));
        return new SystemViewer(id, name);
    }

    private record SystemViewer(UUID account, String name) implements Viewer {

        @Override
        public UUID organisation() {
            return account;
        }

        @Override
        public OrganisationKind organisationKind() {
            return OrganisationKind.COORDINATING;
        }

        @Override
        public Set<Role> roles() {
            return Set.of();
        }

        @Override
        public String key() {
            return "system:" + name;
        }
    }

    private static Colleague colleague(Account account) {
        return new Colleague(account.id, account.organisation, account.name, account.heldRoles());
    }
}
