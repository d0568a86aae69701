package masar.forms.internal;

import java.time.InstantSource;
import masar.country.Countries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FormsConfiguration {

    @Bean
    FormLibrary forms(Countries countries, InstantSource clock) {
        return new FormLibrary(clock, () -> countries.current().calendar().zone());
    }
}
