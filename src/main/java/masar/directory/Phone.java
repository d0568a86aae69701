package masar.directory;

import java.util.UUID;
import masar.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A public telephone number; shown as "to be verified" unless it was checked. */
public record Phone(
        UUID organisation,
        String number,
        LocalizedText purpose,
        boolean verified,
        @Nullable String source) {}
