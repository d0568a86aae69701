package masar.people;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.casefile.internal.InventedCaseWork;
import masar.shared.LocalizedText;
import masar.shared.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The same way lived four times, so that a test can ask what one person meets of each. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class FourCases {

    /** Whose case it is, seen from Samir's desk. */
    public enum Kind {
        OWN("Selamawit"),
        COLLEAGUE("Tigistnesh"),
        NEXT_ORGANISATION("Hirutawit"),
        SEALED("Almazawit");

        private final String givenName;

        Kind(String givenName) {
            this.givenName = givenName;
        }

        /** The name said in the interview: nobody else's. */
        public String givenName() {
            return givenName;
        }
    }

    private final Selam selam;
    private final InventedAccounts accounts;
    private final InventedCaseWork caseWork;

    FourCases(Selam selam, InventedAccounts accounts, InventedCaseWork caseWork) {
        this.selam = selam;
        this.accounts = accounts;
        this.caseWork = caseWork;
    }

    /** Lives all four; the next organisation is KAFA, with people of its own. */
    public Map<Kind, Selam.Way> live() {
        var ways = new EnumMap<Kind, Selam.Way>(Kind.class);
        ways.put(Kind.OWN, selam.lives(Kind.OWN.givenName(), Persona.LAYLA, Persona.SAMIR));
        ways.put(Kind.COLLEAGUE, selam.lives(Kind.COLLEAGUE.givenName(), Persona.LAYLA, Persona.ZIAD));
        ways.put(
                Kind.NEXT_ORGANISATION,
                selam.lives(
                        Kind.NEXT_ORGANISATION.givenName(),
                        Persona.LAYLA,
                        somebody("lina", Role.CASE_MANAGER, "kafa")));
        var sealed = selam.lives(Kind.SEALED.givenName(), Persona.LAYLA, Persona.SAMIR);
        selam.as(Persona.SAMIR, samir -> caseWork.seal(samir, sealed.caseId()));
        ways.put(Kind.SEALED, sealed);
        return ways;
    }

    private Persona somebody(String key, Role role, String organisation) {
        String name = key + "-" + UUID.randomUUID();
        var persona = new Persona(name, new LocalizedText("لينا", "Lina", "Lina"), organisation, Set.of(role));
        accounts.make(List.of(persona));
        return persona;
    }
}
