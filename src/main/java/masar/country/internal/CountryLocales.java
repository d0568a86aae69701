package masar.country.internal;

import java.time.ZoneId;
import java.util.Locale;
import masar.country.Countries;
import masar.shared.Language;
import masar.shell.LocaleSource;
import org.springframework.stereotype.Component;

/** Tells the pages the region, digits and zone of the country. */
@Component
class CountryLocales implements LocaleSource {

    private final Countries countries;

    CountryLocales(Countries countries) {
        this.countries = countries;
    }

    @Override
    public Locale locale(Language language) {
        return countries.current().locale(language);
    }

    @Override
    public ZoneId zone() {
        return countries.current().calendar().zone();
    }
}
