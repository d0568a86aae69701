package masar.access.internal;

import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Supervision;
import masar.directory.Directory;
import masar.shared.OrganisationKind;
import masar.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SupervisionDesk implements Supervision {

    private final Accounts accounts;
    private final Directory directory;

    SupervisionDesk(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public Office over(UUID organisation, UUID except) {
        var own = new Office(organisation, Role.SUPERVISOR);
        boolean supervised = accounts.colleagues(organisation, Role.SUPERVISOR).stream()
                .anyMatch(each -> !each.account().equals(except));
        return supervised ? own : coordination().orElse(own);
    }

    @Override
    public Optional<Office> coordination() {
        return directory.organisations().stream()
                .filter(each -> each.kind() == OrganisationKind.COORDINATING)
                .filter(each ->
                        !accounts.colleagues(each.id(), Role.COORDINATOR).isEmpty())
                .map(each -> new Office(each.id(), Role.COORDINATOR))
                .findFirst();
    }
}
