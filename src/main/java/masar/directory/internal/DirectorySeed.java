package masar.directory.internal;

import java.util.List;
import masar.country.Countries;
import masar.country.PackFolder;
import masar.country.PackPart;
import org.springframework.stereotype.Component;

/** What the country pack knows of organisations and services, kept until the database takes it. */
@Component
class DirectorySeed implements PackPart {

    private final Countries countries;
    private List<OrganisationSeed> organisations = List.of();
    private List<ServiceSeed> services = List.of();

    DirectorySeed(Countries countries) {
        this.countries = countries;
    }

    @Override
    public void load(PackFolder folder) {
        var read = new SeedReading(countries.current()).read(folder);
        organisations = read.organisations();
        services = read.services();
    }

    List<OrganisationSeed> organisations() {
        return organisations;
    }

    List<ServiceSeed> services() {
        return services;
    }
}
