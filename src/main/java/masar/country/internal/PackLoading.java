package masar.country.internal;

import java.util.List;
import masar.country.Countries;
import masar.country.CountryPack;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.country.PackProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Reads the country when the context starts, and lets every part check what concerns several of them. */
@Component
final class PackLoading implements Countries, SmartInitializingSingleton {

    private final PartLoading loading;
    private final CountryPack pack;
    private final ObjectProvider<PackPart> parts;

    PackLoading(PartLoading loading, ObjectProvider<PackPart> parts) {
        this.loading = loading;
        this.pack = CountryReading.read(loading.folder());
        this.parts = parts;
    }

    @Override
    public CountryPack current() {
        return pack;
    }

    @Override
    public PackFolder folder() {
        return loading.folder();
    }

    @Override
    public PackFolder reread() {
        return loading.reread();
    }

    @Override
    public List<PackProblem> faults(PackFolder changed) {
        return PackCheck.of(changed).problems();
    }

    @Override
    public void afterSingletonsInstantiated() {
        var all = parts.orderedStream().toList();
        all.forEach(loading::await);
        all.forEach(part -> part.check(loading.folder()));
    }
}
