package masar.access.internal.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.internal.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Checks what a device answered (WebAuthn level 3, sections 7.1 and 7.2): origin, relying party, challenge, signature, and
 * that the device verified the person. Attestation is not asked for: any device may be used. Whatever the library throws
 * at an answer out of shape, a missing part included, means that it does not fit.
 */
@Component
class Ceremony {

    static final List<Long> ALGORITHMS = List.of(-8L, -7L, -257L);

    private static final List<PublicKeyCredentialParameters> ACCEPTED = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webauthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final PublicAddress address;

    Ceremony(PublicAddress address) {
        this.address = address;
    }

    /** A passkey just made by a device. */
    record Made(byte[] credentialId, byte[] credential, long signCount) {}

    /** Empty when the answer does not fit. */
    Optional<Made> registered(String answer, byte[] challenge) {
        try {
            var data = webauthn.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(server(challenge), ACCEPTED, true, true));
            var object = data.getAttestationObject();
            var made = object == null ? null : object.getAuthenticatorData();
            var attested = made == null ? null : made.getAttestedCredentialData();
            return attested == null || made == null
                    ? Optional.empty()
                    : Optional.of(
                            new Made(attested.getCredentialId(), credentials.convert(attested), made.getSignCount()));
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    /** The id of the passkey that this answer claims to come from. */
    Optional<byte[]> claimed(String answer) {
        try {
            return Optional.ofNullable(
                    webauthn.parseAuthenticationResponseJSON(answer).getCredentialId());
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    /** The new sign count, when this passkey signed the challenge and the answer names its owner. */
    Optional<Long> signed(String answer, byte[] challenge, PasskeyStore.PublicHalf passkey) {
        try {
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    true,
                    null,
                    null,
                    passkey.signCount(),
                    credentials.convert(passkey.credential()),
                    null,
                    null,
                    null,
                    null);
            var data = webauthn.verifyAuthenticationResponseJSON(
                    answer, new AuthenticationParameters(server(challenge), record, null, true, true));
            var signed = data.getAuthenticatorData();
            byte[] owner = data.getUserHandle();
            return signed == null || owner == null || !handle(passkey.account()).equals(ByteBuffer.wrap(owner))
                    ? Optional.empty()
                    : Optional.of(signed.getSignCount());
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    /** How devices know an account. */
    static ByteBuffer handle(UUID account) {
        return ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .flip();
    }

    private ServerProperty server(byte[] challenge) {
        return new ServerProperty(new Origin(address.value()), address.host(), new DefaultChallenge(challenge));
    }
}
