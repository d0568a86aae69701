package masar.access.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The providers at which people of an organisation may sign in. */
public interface ProviderOffers {

    List<SignInPage.Offer> offers();

    /** Address at which a person of this organisation links their account by this invitation, if there is one. */
    Optional<String> linking(UUID organisation, String invitation);
}
