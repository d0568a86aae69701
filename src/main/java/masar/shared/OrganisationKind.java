package masar.shared;

import java.util.Locale;

/** What an organisation is to a person in a case. Rights depend on it: who detains does not read what an NGO writes. */
public enum OrganisationKind {
    DETAINING,
    POLICE,
    JUSTICE,
    LABOUR,
    SOCIAL,
    HEALTH,
    PROVIDER,
    INTERNATIONAL,
    COORDINATING;

    /** The kind as written in country packs and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code. Throws {@link IllegalArgumentException} for an unknown one. */
    public static OrganisationKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
