package masar.directory.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.country.CountryPack;
import masar.country.PackEntry;
import masar.country.PackFolder;
import masar.directory.HelpService;
import masar.directory.Organisation;
import masar.directory.Phone;
import masar.shared.OrganisationKind;

/** Reads {@code organisations.yaml} and {@code services.yaml}; a wrong line is refused with file, line and reason. */
final class SeedReading {

    private static final String WHOLE_COUNTRY = "country";

    private final CountryPack country;
    private final Map<String, OrganisationSeed> organisations = new LinkedHashMap<>();
    private final Map<String, ServiceSeed> services = new LinkedHashMap<>();

    SeedReading(CountryPack country) {
        this.country = country;
    }

    SeedReading read(PackFolder folder) {
        folder.file("organisations.yaml")
                .yaml()
                .only("organisations")
                .get("organisations")
                .list()
                .forEach(this::organisation);
        folder.file("services.yaml")
                .yaml()
                .only("services")
                .get("services")
                .list()
                .forEach(this::service);
        return this;
    }

    List<OrganisationSeed> organisations() {
        return List.copyOf(organisations.values());
    }

    List<ServiceSeed> services() {
        return List.copyOf(services.values());
    }

    /** The same in every copy and after every start, so that nothing is seeded twice. */
    static UUID id(String country, String what, String key) {
        return UUID.nameUUIDFromBytes((country + "/" + what + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private void organisation(PackEntry entry) {
        entry.only("key", "kind", "name", "mandate", "mandate-verified", "source", "competent-for", "phones");
        String key = entry.get("key").text();
        UUID id = id(country.code(), "organisation", key);
        var verifiedFor = new LinkedHashSet<String>();
        var organisation = new Organisation(
                id,
                key,
                entry.get("kind").as("a kind of organisation, such as police", OrganisationKind::of),
                entry.get("name").localized(),
                entry.get("mandate").localized(),
                competences(entry.get("competent-for"), verifiedFor),
                verifiedFor,
                entry.get("mandate-verified").flag());
        var seed = new OrganisationSeed(organisation, entry.get("source").text(), phones(entry.get("phones"), id));
        if (organisations.put(key, seed) != null) {
            throw entry.get("key").problem("organisation '" + key + "' stands here twice");
        }
    }

    private Set<String> competences(PackEntry entry, Set<String> verifiedFor) {
        var roles = new LinkedHashSet<String>();
        for (PackEntry competence : entry.list()) {
            PackEntry role = competence.only("role", "verified").get("role");
            requireWord("directory-role", role);
            if (!roles.add(role.text())) {
                throw role.problem("role '" + role.text() + "' stands here twice");
            }
            if (competence.get("verified").flag()) {
                verifiedFor.add(role.text());
            }
        }
        return roles;
    }

    private static List<Phone> phones(PackEntry entry, UUID organisation) {
        var phones = new ArrayList<Phone>();
        var numbers = new HashSet<String>();
        for (PackEntry phone : entry.list()) {
            phone.only("number", "purpose", "verified", "source");
            PackEntry number = phone.get("number");
            if (!number.text().matches("\\+?[0-9]{3,15}")) {
                throw number.problem(
                        "expected a number in E.164 or a short national one, found '" + number.text() + "'");
            }
            if (!numbers.add(number.text())) {
                throw number.problem("number '" + number.text() + "' stands here twice");
            }
            var provenance = phone.provenance();
            phones.add(new Phone(
                    organisation,
                    number.text(),
                    phone.get("purpose").localized(),
                    provenance.verified(),
                    provenance.source()));
        }
        return phones;
    }

    private void service(PackEntry entry) {
        entry.only("key", "organisation", "category", "name", "covers", "eligibility", "verified", "source");
        String key = entry.get("key").text();
        OrganisationSeed offering = organisations.get(entry.get("organisation").text());
        if (offering == null) {
            PackEntry unknown = entry.get("organisation");
            throw unknown.problem("there is no organisation '" + unknown.text() + "' in organisations.yaml");
        }
        requireWord("service-category", entry.get("category"));
        entry.find("covers").ifPresent(this::requirePlaces);
        entry.find("eligibility").ifPresent(eligibility -> eligibility.only("sex", "age", "groups", "verified"));
        var provenance = entry.provenance();
        var service = new HelpService(
                id(country.code(), "service", key),
                offering.organisation().id(),
                key,
                entry.get("category").text(),
                entry.get("name").localized(),
                provenance.verified());
        if (services.put(key, new ServiceSeed(service, provenance.source())) != null) {
            throw entry.get("key").problem("service '" + key + "' stands here twice");
        }
    }

    private void requireWord(String list, PackEntry entry) {
        if (!country.wordList(list).has(entry.text())) {
            throw entry.problem("'" + entry.text() + "' is not in the word list " + list);
        }
    }

    private void requirePlaces(PackEntry covers) {
        for (PackEntry place : covers.only("places", "verified").get("places").list()) {
            if (!place.text().equals(WHOLE_COUNTRY)
                    && country.place(place.text()).isEmpty()) {
                throw place.problem("there is no place '" + place.text() + "' in places.csv");
            }
        }
    }
}
