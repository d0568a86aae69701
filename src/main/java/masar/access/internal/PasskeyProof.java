package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Whose passkey signed what this browser was asked to sign. */
public interface PasskeyProof {

    /** The account whose passkey answered, the person verified by the device; empty when the answer is worth nothing. */
    Optional<UUID> accountOf(HttpServletRequest request, String answer);

    boolean has(UUID account);
}
