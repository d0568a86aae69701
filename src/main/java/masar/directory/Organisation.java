package masar.directory;

import java.util.Set;
import java.util.UUID;
import masar.shared.LocalizedText;
import masar.shared.OrganisationKind;

/**
 * An institution or association.
 *
 * @param key its name in the country pack
 * @param competentFor acts of the procedures it may do, such as {@code screening} or {@code identification}
 * @param verified whether its facts were checked; shown as "to be verified" otherwise
 */
public record Organisation(
        UUID id,
        String key,
        OrganisationKind kind,
        LocalizedText name,
        LocalizedText mandate,
        Set<String> competentFor,
        boolean verified) {

    public boolean isCompetentFor(String act) {
        return competentFor.contains(act);
    }
}
