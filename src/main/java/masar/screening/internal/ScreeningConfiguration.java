package masar.screening.internal;

import masar.procedure.Decisions;
import masar.procedure.Editions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ScreeningConfiguration {

    @Bean
    CatalogueLibrary catalogues() {
        return new CatalogueLibrary();
    }

    @Bean
    Weighing indications(CatalogueLibrary catalogues, Editions editions, Decisions decisions) {
        return new Weighing(catalogues, editions, decisions);
    }
}
