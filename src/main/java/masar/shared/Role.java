package masar.shared;

import java.util.Locale;

/** What an account does in its organisation; few, on purpose. An account may hold several. */
public enum Role {
    HOTLINE_OPERATOR,
    FRONT_LINE_OFFICER,
    IDENTIFICATION_OFFICER,
    CASE_MANAGER,
    SERVICE_PROVIDER,
    JUSTICE_OFFICER,
    SUPERVISOR,
    COORDINATOR,
    PROGRAMME_OFFICER,
    DATA_OFFICER,
    ADMINISTRATOR,
    AUDITOR;

    /** The role as written in country packs and message keys, for example {@code front-line-officer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this code. Throws {@link IllegalArgumentException} for an unknown one. */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
