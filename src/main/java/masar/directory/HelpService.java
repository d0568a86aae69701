package masar.directory;

import java.util.UUID;
import masar.shared.LocalizedText;

/**
 * Help that an organisation offers.
 *
 * @param category code of the word list {@code service-category}
 */
public record HelpService(
        UUID id, UUID organisation, String key, String category, LocalizedText name, boolean verified) {}
