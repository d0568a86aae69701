package masar.identification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.identification.Identifications.ReflectionPeriod;
import masar.people.Persona;
import masar.people.Selam;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Identification officers beside Layla, and what they decide about Selam. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class Deciders {

    static final String OWN_AUTHORITY = "mosa-social-services";
    static final String OTHER_AUTHORITY = "public-prosecution";

    private final Selam selam;
    private final InventedAccounts accounts;
    private final Identifications identifications;

    Deciders(Selam selam, InventedAccounts accounts, Identifications identifications) {
        this.selam = selam;
        this.accounts = accounts;
        this.identifications = identifications;
    }

    /** A new officer who decides for this organisation. */
    Persona officer(String organisation, Role... more) {
        var roles = new java.util.HashSet<>(List.of(more));
        roles.add(Role.IDENTIFICATION_OFFICER);
        String key = "officer-" + UUID.randomUUID();
        var persona = new Persona(
                key, new LocalizedText("ضابط " + key.substring(8, 16), key, key), organisation, Set.copyOf(roles));
        accounts.make(List.of(persona));
        return persona;
    }

    UUID account(Persona persona) {
        return accounts.account(persona);
    }

    void decides(Persona persona, CaseId id, VictimStatus status) {
        selam.as(persona, viewer -> {
            identifications.decide(viewer, id, status, "what the interview brought out");
            return id;
        });
    }

    ReflectionPeriod period(CaseId id) {
        return selam.as(Persona.LAYLA, layla -> identifications.reflection(layla, id))
                .orElseThrow();
    }

    VictimStatus status(CaseId id) {
        return selam.as(Persona.LAYLA, layla -> identifications.status(layla, id));
    }

    <T> T as(Persona persona, java.util.function.Function<Viewer, T> act) {
        return selam.as(persona, act);
    }
}
