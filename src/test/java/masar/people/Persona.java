package masar.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import masar.shared.LocalizedText;
import masar.shared.Role;

/**
 * Invented people who work with Masar in tests and in the demonstration. None exists.
 *
 * @param key name in addresses and at sign-in
 * @param organisation key of the country pack
 */
public record Persona(String key, LocalizedText name, String organisation, Set<Role> roles) {

    /** Password of every invented person. */
    public static final String PASSWORD = "a long walk to the sea";

    /** Secret of every invented person's code app. */
    public static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    public static final Persona RIMA =
            of("rima", "ريما خوري", "Rima Khoury", "ministry-of-labour", Role.HOTLINE_OPERATOR);
    public static final Persona FADI = of("fadi", "فادي حداد", "Fadi Haddad", "gsd-detention", Role.FRONT_LINE_OFFICER);
    public static final Persona LAYLA =
            of("layla", "ليلى منصور", "Layla Mansour", "mosa-social-services", Role.IDENTIFICATION_OFFICER);
    public static final Persona SAMIR =
            of("samir", "سمير نجار", "Samir Najjar", "mosa-social-services", Role.CASE_MANAGER);
    public static final Persona NOUR = of("nour", "نور صليبا", "Nour Saliba", "caritas-lebanon", Role.SERVICE_PROVIDER);
    public static final Persona HANA = of("hana", "هنا عيسى", "Hana Issa", "mosa-social-services", Role.SUPERVISOR);
    public static final Persona ZIAD = of("ziad", "زياد فرح", "Ziad Farah", "mosa-social-services", Role.CASE_MANAGER);
    public static final Persona MAYA = of("maya", "مايا رزق", "Maya Rizk", "kafa", Role.SERVICE_PROVIDER);
    public static final Persona OMAR = of("omar", "عمر شاهين", "Omar Chahine", "mosa-procedures", Role.COORDINATOR);
    public static final Persona JAD =
            of("jad", "جاد بشارة", "Jad Bechara", "isf-anti-trafficking", Role.FRONT_LINE_OFFICER);
    public static final Persona SARA = of("sara", "سارة عون", "Sara Aoun", "mosa-procedures", Role.ADMINISTRATOR);
    public static final Persona TONY = of("tony", "طوني غانم", "Tony Ghanem", "mosa-procedures", Role.AUDITOR);
    public static final Persona RANA =
            of("rana", "رنا درويش", "Rana Darwish", "public-prosecution", Role.JUSTICE_OFFICER);
    public static final Persona WALID = of("walid", "وليد سعد", "Walid Saad", "iom-lebanon", Role.PROGRAMME_OFFICER);
    public static final Persona DIMA = of("dima", "ديما حلبي", "Dima Halabi", "mosa-procedures", Role.DATA_OFFICER);

    /** Everybody, in the order of the way. */
    public static final List<Persona> ALL =
            List.of(RIMA, FADI, LAYLA, SAMIR, NOUR, HANA, ZIAD, MAYA, OMAR, JAD, SARA, TONY, RANA, WALID, DIMA);

    public static Optional<Persona> named(String key) {
        return ALL.stream().filter(persona -> persona.key().equals(key)).findFirst();
    }

    private static Persona of(String key, String arabic, String latin, String organisation, Role role) {
        return new Persona(key, new LocalizedText(arabic, latin, latin), organisation, Set.of(role));
    }
}
