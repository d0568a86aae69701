package masar.access.internal;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person who works with Masar. Begins invited; active once a password and a code app are chosen; suspended by an
 * administrator. Any change of rights ends the sessions that began before it.
 */
@Table(schema = "access", name = "account")
class Account {

    @Id
    final UUID id;

    UUID organisation;
    final String signInName;
    String name;
    String language;
    Set<String> roles;

    @Nullable
    String passwordHash;

    /** In base 32; kept sealed by {@link AccountSeal}. */
    @Transient
    @Nullable
    String totpSecret;

    @Column("totp_secret")
    byte @Nullable [] sealedTotpSecret;

    long totpLastStep;
    String state;
    int rightsVersion;

    @Version
    @Nullable
    Integer version;

    Account(
            UUID id,
            UUID organisation,
            String signInName,
            String name,
            String language,
            Set<String> roles,
            String state) {
        this.id = id;
        this.organisation = organisation;
        this.signInName = signInName;
        this.name = name;
        this.language = language;
        this.roles = roles;
        this.state = state;
    }

    static Account invited(UUID organisation, String signInName, String name, Language language, Set<Role> roles) {
        return new Account(
                UUID.randomUUID(),
                organisation,
                signInName.strip().toLowerCase(Locale.ROOT),
                name.strip(),
                language.code(),
                codes(roles),
                "invited");
    }

    void choosePassword(String hash) {
        Refused.unless(!state.equals("suspended"), "access.refused.suspended");
        passwordHash = hash;
        rightsVersion++;
    }

    void enrol(String secret, long step) {
        Refused.unless(passwordHash != null, "access.refused.password.first");
        totpSecret = secret;
        totpLastStep = step;
        state = "active";
        rightsVersion++;
    }

    void useCode(long step) {
        Refused.unless(step > totpLastStep, "access.refused.code.used");
        totpLastStep = step;
    }

    void suspend() {
        state = "suspended";
        rightsVersion++;
    }

    void reinstate() {
        Refused.unless(state.equals("suspended"), "access.refused.not.suspended");
        state = totpSecret == null ? "invited" : "active";
        rightsVersion++;
    }

    boolean isActive() {
        return state.equals("active");
    }

    Set<Role> heldRoles() {
        return roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> codes(Set<Role> roles) {
        return roles.stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }
}
