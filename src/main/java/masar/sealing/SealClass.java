package masar.sealing;

import java.util.Locale;

/** How restricted a sealed field is. Each class of a subject has a key of its own, so that it can be destroyed alone. */
public enum SealClass {
    ORDINARY,
    LEGAL_PRIVILEGE,
    MEDICAL,
    INTELLIGENCE,
    SHELTER_ADDRESS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
