package masar.country.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import masar.country.Countries;
import masar.country.CountryPack;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackProblem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every {@link PackPart} of Masar, made for one folder without a database: whatever implements it is found. */
final class PackParts {

    private static final String MASAR = "masar";

    private PackParts() {}

    /** Gives the parts to the work; they are gone when it ends. */
    static void each(PackFolder folder, CountryPack pack, Consumer<List<PackPart>> work) {
        try (var context = new AnnotationConfigApplicationContext()) {
            fill(context, folder, pack);
            context.refresh();
            work.accept(context.getBeanProvider(PackPart.class).orderedStream().toList());
        }
    }

    private static void fill(GenericApplicationContext context, PackFolder folder, CountryPack pack) {
        context.registerBean(Checked.class, () -> new Checked(pack, folder));
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(PackPart.class));
        scanner.scan(MASAR);
    }

    /** What the constructors of parts may ask for. */
    static final class Checked implements Countries {

        private final CountryPack pack;
        private final PackFolder folder;

        Checked(CountryPack pack, PackFolder folder) {
            this.pack = pack;
            this.folder = folder;
        }

        @Override
        public CountryPack current() {
            return pack;
        }

        @Override
        public PackFolder folder() {
            return folder;
        }

        @Override
        public PackFolder reread() {
            return folder;
        }

        @Override
        public List<PackProblem> faults(PackFolder changed) {
            return List.of();
        }

        @Bean
        Supplier<CountryPack> checkedPack() {
            return () -> pack;
        }

        @Bean
        Supplier<ZoneId> checkedZone() {
            return () -> pack.calendar().zone();
        }

        /** Stands still: whether a pack is sound does not depend on the day. */
        @Bean
        InstantSource checkedClock() {
            return () -> Instant.EPOCH;
        }
    }
}
