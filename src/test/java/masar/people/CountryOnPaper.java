package masar.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import masar.country.Countries;
import masar.country.CountryPack;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.country.internal.CountryReading;
import masar.country.internal.PackSource;

/** A shipped country as it is read, without a database or anything that runs. */
public final class CountryOnPaper implements Countries {

    private final PackFolder folder;
    private final CountryPack pack;

    public CountryOnPaper(String code) {
        folder = PackSource.inJar(code);
        pack = CountryReading.read(folder);
    }

    /** A folder that holds this one file. */
    public static PackFolder folder(String path, String content) {
        var files = new TreeMap<String, byte[]>();
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return new PackFolder("lb", files);
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
        throw new UnsupportedOperationException();
    }
}
