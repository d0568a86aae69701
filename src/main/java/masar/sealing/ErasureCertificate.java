package masar.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import masar.shared.Subject;

/**
 * That a subject's keys were destroyed.
 *
 * @param reason code, such as {@code retention} or {@code request}
 * @param by account that did it
 * @param second account that agreed
 * @param keys how many keys were destroyed
 * @param lastCopyAt when the last backup copy of the wrapped keys expires; until then a backup together with the root
 *     key could still open the data
 */
public record ErasureCertificate(
        UUID id, Subject subject, String reason, UUID by, UUID second, Instant at, int keys, Instant lastCopyAt) {

    /** The entry as it stands in the ledger that is kept outside: ids, codes and times, with tabs between them. */
    public String line() {
        return String.join(
                "\t",
                id.toString(),
                subject.kind(),
                subject.id().toString(),
                reason,
                by.toString(),
                second.toString(),
                at.toString(),
                Integer.toString(keys),
                lastCopyAt.toString());
    }

    /** SHA-256 of {@link #line()}, in hexadecimal letters: whoever has the ledger can check a certificate. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(line().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
