package masar.access.internal.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.internal.Credentials;
import masar.access.internal.PasskeyProof;
import masar.access.internal.PublicAddress;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's own passkeys: asked for, added, named, removed, and believed when they sign. */
@Component
@Transactional
class PasskeyDesk implements PasskeyProof, Credentials {

    private static final int AT_MOST = 20;

    private final PasskeyStore passkeys;
    private final Challenges challenges;
    private final Ceremony ceremony;
    private final PublicAddress address;
    private final Accounts accounts;
    private final Audit audit;

    PasskeyDesk(
            PasskeyStore passkeys,
            Challenges challenges,
            Ceremony ceremony,
            PublicAddress address,
            Accounts accounts,
            Audit audit) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.ceremony = ceremony;
        this.address = address;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    List<Passkey> own(Viewer viewer) {
        CurrentViewer.require(viewer);
        return passkeys.of(viewer.account());
    }

    /** What the browser asks the device to make. */
    Map<String, Object> makingOf(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        CurrentViewer.require(viewer);
        var colleague = accounts.colleague(viewer.account()).orElseThrow(Refused::notFound);
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", text(challenges.ask(request, response, viewer.account())));
        options.put("rp", Map.of("id", address.host(), "name", "Masar"));
        byte[] handle = Ceremony.handle(viewer.account()).array();
        options.put("user", Map.of("id", text(handle), "name", colleague.name(), "displayName", colleague.name()));
        options.put(
                "pubKeyCredParams",
                Ceremony.ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                        .toList());
        options.put(
                "excludeCredentials",
                passkeys.credentialIds(viewer.account()).stream()
                        .map(id -> Map.of("type", "public-key", "id", text(id)))
                        .toList());
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        return options;
    }

    /** What the browser asks the device to sign; the person chooses the passkey. */
    Map<String, Object> signingOf(HttpServletRequest request, HttpServletResponse response) {
        return Map.of(
                "challenge", text(challenges.ask(request, response, null)),
                "rpId", address.host(),
                "userVerification", "required");
    }

    void add(Viewer viewer, HttpServletRequest request, String answer, String name) {
        CurrentViewer.require(viewer);
        var made = challenges
                .take(request, viewer.account())
                .flatMap(challenge -> ceremony.registered(answer, challenge))
                .orElseThrow(() -> Refused.because("access.refused.passkey"));
        Refused.unless(!passkeys.isKnown(made.credentialId()), "access.refused.passkey");
        Refused.unless(passkeys.of(viewer.account()).size() < AT_MOST, "access.refused.passkeys.many", AT_MOST);
        passkeys.add(viewer.account(), made.credentialId(), made.credential(), made.signCount(), name.strip());
        audit.done(new Subject("account", viewer.account()), "access.passkey.add");
    }

    void rename(Viewer viewer, UUID id, String name) {
        CurrentViewer.require(viewer);
        Refused.unless(passkeys.rename(viewer.account(), id, name.strip()), "shell.refused.not.found");
        audit.done(new Subject("account", viewer.account()), "access.passkey.rename");
    }

    void remove(Viewer viewer, UUID id) {
        CurrentViewer.require(viewer);
        Refused.unless(passkeys.remove(viewer.account(), id), "shell.refused.not.found");
        audit.done(new Subject("account", viewer.account()), "access.passkey.remove");
    }

    @Override
    public Optional<UUID> accountOf(HttpServletRequest request, String answer) {
        var challenge = challenges.take(request, null);
        var passkey = ceremony.claimed(answer).flatMap(passkeys::find);
        if (challenge.isEmpty() || passkey.isEmpty()) {
            return Optional.empty();
        }
        return ceremony.signed(answer, challenge.get(), passkey.get())
                .filter(count -> passkeys.used(passkey.get(), count))
                .map(count -> passkey.get().account());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean has(UUID account) {
        return !passkeys.credentialIds(account).isEmpty();
    }

    @Override
    public void forget(UUID account) {
        passkeys.removeAll(account);
    }

    @Override
    public void leave(UUID account) {
        // a passkey is the person's own and goes with them
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
