package masar.access.internal.provider;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The OpenID Connect provider of one organisation. Its people may sign in there once an invitation has linked them.
 * Another issuer or client is another world of names, so the links end with it.
 */
@Table(schema = "access", name = "identity_provider")
class IdentityProvider {

    @Id
    final UUID id;

    final UUID organisation;
    String issuer;
    String clientId;

    /** Values of {@code amr} or {@code acr} that mean two factors, for example {@code mfa} (RFC 8176). */
    Set<String> strongValues;

    boolean enabled;

    @Version
    @Nullable
    Integer version;

    IdentityProvider(
            UUID id, UUID organisation, String issuer, String clientId, Set<String> strongValues, boolean enabled) {
        this.id = id;
        this.organisation = organisation;
        this.issuer = issuer;
        this.clientId = clientId;
        this.strongValues = strongValues;
        this.enabled = enabled;
    }

    static IdentityProvider of(UUID organisation) {
        return new IdentityProvider(UUID.randomUUID(), organisation, "", "", Set.of(), false);
    }

    /** True when the people of before are no longer known under the same names. */
    boolean become(String newIssuer, String newClientId, Set<String> newStrongValues, boolean open) {
        boolean other = !issuer.equals(newIssuer) || !clientId.equals(newClientId);
        issuer = newIssuer;
        clientId = newClientId;
        strongValues = newStrongValues;
        enabled = open;
        return other;
    }
}
