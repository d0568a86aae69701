package masar.access.internal.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.ProviderOffers;
import masar.access.internal.Reach;
import masar.access.internal.SignInPage.Offer;
import masar.audit.Audit;
import masar.directory.Directory;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which organisation has a provider; administrators say it. */
@Component
@Transactional
class ProviderDesk implements ProviderOffers {

    private final ProviderStore providers;
    private final ProviderLinks links;
    private final Directory directory;
    private final Audit audit;

    ProviderDesk(ProviderStore providers, ProviderLinks links, Directory directory, Audit audit) {
        this.providers = providers;
        this.links = links;
        this.directory = directory;
        this.audit = audit;
    }

    /** What an administrator says of a provider. */
    record Said(UUID organisation, String issuer, String clientId, Set<String> strongValues, boolean enabled) {}

    @Transactional(readOnly = true)
    List<IdentityProvider> all(Viewer administrator) {
        var reach = Reach.of(administrator);
        return providers.findAll().stream()
                .filter(each -> reach.covers(each.organisation))
                .toList();
    }

    void set(Viewer administrator, Said said) {
        Reach.of(administrator).refuseUnless(said.organisation());
        Refused.unless(directory.organisation(said.organisation()).isPresent(), "access.refused.organisation.unknown");
        var provider = providers
                .findByOrganisation(said.organisation())
                .orElseGet(() -> IdentityProvider.of(said.organisation()));
        if (provider.become(said.issuer(), said.clientId(), said.strongValues(), said.enabled())) {
            links.endAll(provider.id);
        }
        providers.save(provider);
        audit.done(new Subject("identity-provider", provider.id), "access.provider.set");
    }

    @Transactional(readOnly = true)
    IdentityProvider open(UUID id) {
        return providers.findById(id).filter(each -> each.enabled).orElseThrow(Refused::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Offer> offers() {
        return providers.findAll().stream()
                .filter(each -> each.enabled)
                .flatMap(each -> directory
                        .organisation(each.organisation)
                        .map(organisation -> new Offer("/sign-in/provider/" + each.id, organisation.name()))
                        .stream())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> linking(UUID organisation, String invitation) {
        return providers
                .findByOrganisation(organisation)
                .filter(each -> each.enabled)
                .map(each -> "/sign-in/provider/" + each.id + "/link/" + invitation);
    }
}
