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
 * @param verifiedFor those of {@code competentFor} that a source says; the rest is shown as "to be verified"
 * @param verified whether its mandate was checked; shown as "to be verified" otherwise
 */
public record Organisation(
        UUID id,
        String key,
        OrganisationKind kind,
        LocalizedText name,
        LocalizedText mandate,
        Set<String> competentFor,
        Set<String> verifiedFor,
        boolean verified) {

    public boolean isCompetentFor(String act) {
        return competentFor.contains(act);
    }
}
