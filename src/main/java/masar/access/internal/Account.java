package masar.access.internal;

import java.util.Locale;
import java.util.Map;
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
 * A person who works with Masar. Begins invited; active once able to give two factors; reset when these are lost, until
 * a new link is used; suspended by an administrator. Any change of rights ends the sessions that began before it.
 */
@Table(schema = "access", name = "account")
class Account {

    static final String INVITED = "invited";
    static final String ACTIVE = "active";
    static final String RESET = "reset";
    static final String SUSPENDED = "suspended";

    /** What may follow what; drawn into docs/states by a test. */
    static final Map<String, Set<String>> TRANSITIONS = Map.of(
            INVITED, Set.of(ACTIVE, SUSPENDED),
            ACTIVE, Set.of(RESET, SUSPENDED),
            RESET, Set.of(ACTIVE, SUSPENDED),
            SUSPENDED, Set.of(ACTIVE, RESET));

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
        refuseMixed(roles);
        return new Account(
                UUID.randomUUID(),
                organisation,
                signInName.strip().toLowerCase(Locale.ROOT),
                name.strip(),
                language.code(),
                codes(roles),
                INVITED);
    }

    void choosePassword(String hash) {
        refuseUnlessAwaited();
        passwordHash = hash;
        rightsVersion++;
    }

    /** Replaces a password by another; rights stay as they are. */
    void changePassword(String hash) {
        Refused.unless(isActive() && passwordHash != null, "access.refused.current.password");
        passwordHash = hash;
    }

    /** Adds the code app; only whoever came by an invitation may, and is active from here on. */
    void enrol(String secret, long step, boolean linked) {
        Refused.unless(passwordHash != null || linked, "access.refused.password.first");
        Refused.unless(totpSecret == null, "access.refused.has.code.app");
        Refused.unless(awaitsLink(), "access.refused.not.awaited");
        totpSecret = secret;
        totpLastStep = step;
        activate();
    }

    /** Able to sign in: by a password and a code app, or by a provider that asks for two factors. */
    void activate() {
        if (!isActive()) {
            become(ACTIVE);
        }
        rightsVersion++;
    }

    void useCode(long step) {
        Refused.unless(step > totpLastStep, "access.refused.code.used");
        totpLastStep = step;
    }

    void hold(Set<Role> chosen) {
        refuseMixed(chosen);
        roles = codes(chosen);
        rightsVersion++;
    }

    /** No right of the old organisation goes along: what the person does in the new one is chosen anew. */
    void moveTo(UUID other, Set<Role> chosen) {
        Refused.unless(!organisation.equals(other), "access.refused.same.organisation");
        refuseMixed(chosen);
        organisation = other;
        roles = codes(chosen);
        rightsVersion++;
    }

    void suspend() {
        become(SUSPENDED);
        rightsVersion++;
    }

    /** Whoever never finished enrolling awaits a new link. */
    void reinstate() {
        Refused.unless(state.equals(SUSPENDED), "access.refused.not.suspended");
        become(totpSecret == null ? RESET : ACTIVE);
        rightsVersion++;
    }

    /** Takes away password and code app; the person begins again with a new link. */
    void reset() {
        become(RESET);
        passwordHash = null;
        totpSecret = null;
        totpLastStep = 0;
        rightsVersion++;
    }

    void refuseUnlessAwaited() {
        Refused.unless(!state.equals(SUSPENDED), "access.refused.suspended");
        Refused.unless(awaitsLink(), "access.refused.link.used");
    }

    boolean awaitsLink() {
        return state.equals(INVITED) || state.equals(RESET);
    }

    boolean isActive() {
        return state.equals(ACTIVE);
    }

    Set<Role> heldRoles() {
        return roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Whoever manages accounts reads no case, so this role stands alone. */
    private static void refuseMixed(Set<Role> roles) {
        Refused.unless(!roles.isEmpty(), "access.refused.no.role");
        Refused.unless(!roles.contains(Role.ADMINISTRATOR) || roles.size() == 1, "access.refused.administrator.alone");
    }

    private void become(String next) {
        Refused.unless(TRANSITIONS.getOrDefault(state, Set.of()).contains(next), "access.refused.out.of.order");
        state = next;
    }

    private static Set<String> codes(Set<Role> roles) {
        return roles.stream().map(Role::code).collect(Collectors.toUnmodifiableSet());
    }
}
