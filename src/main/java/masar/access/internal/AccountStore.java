package masar.access.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface AccountStore extends ListCrudRepository<Account, UUID> {

    Optional<Account> findBySignInName(String signInName);

    List<Account> findByOrganisation(UUID organisation);

    List<Account> findAllByOrderByName();

    List<Account> findByOrganisationOrderByName(UUID organisation);
}
