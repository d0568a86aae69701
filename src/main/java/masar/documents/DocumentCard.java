package masar.documents;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import masar.sealing.SealClass;

/**
 * What a list shows of a document.
 *
 * @param kind code of the word list document-kind
 * @param title empty once the keys of the case were destroyed
 * @param type {@code pdf}, {@code jpeg}, {@code png}, {@code docx} or {@code xlsx}, recognised by content
 * @param bytes size of the original
 * @param sha256 hash of the original, in hexadecimal; empty once the keys were destroyed
 */
public record DocumentCard(
        UUID id,
        String kind,
        String title,
        SealClass sealClass,
        String type,
        int bytes,
        UUID addedBy,
        UUID organisation,
        Instant addedAt,
        String sha256) {

    public boolean isPicture() {
        return type.equals("jpeg") || type.equals("png");
    }

    public boolean isErased() {
        return sha256.isEmpty();
    }

    /** Size as people read it, in thousands or millions of bytes. */
    public String size() {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    /** Hides the title: it must not reach a log. */
    @Override
    public String toString() {
        return "DocumentCard[" + id + "]";
    }
}
