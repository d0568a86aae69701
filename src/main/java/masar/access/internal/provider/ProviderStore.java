package masar.access.internal.provider;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ProviderStore extends ListCrudRepository<IdentityProvider, UUID> {

    Optional<IdentityProvider> findByOrganisation(UUID organisation);
}
