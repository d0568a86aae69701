package masar.procedure.internal;

import masar.country.Countries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ProcedureConfiguration {

    @Bean
    EditionLibrary editions(Countries countries) {
        return new EditionLibrary(countries::current);
    }

    @Bean
    DecisionLibrary decisions() {
        return new DecisionLibrary();
    }
}
