package masar.screening;

import java.util.stream.Stream;
import masar.country.CountryPack;
import masar.country.LebanonPack;
import masar.country.PackFolder;
import masar.procedure.internal.DecisionLibrary;
import masar.procedure.internal.EditionLibrary;
import masar.screening.internal.CatalogueLibrary;
import masar.screening.internal.Weighing;

/** Indications as the Lebanese pack, or a broken copy of it, makes them. */
public final class LebanonIndications {

    private LebanonIndications() {}

    public static Weighing real() {
        return of(LebanonPack.folder());
    }

    public static Weighing of(PackFolder folder) {
        CountryPack lebanon = LebanonPack.pack();
        EditionLibrary editions = new EditionLibrary(() -> lebanon);
        DecisionLibrary decisions = new DecisionLibrary();
        CatalogueLibrary catalogues = new CatalogueLibrary();
        Stream.of(editions, decisions, catalogues).forEach(part -> part.load(folder));
        return new Weighing(catalogues, editions, decisions);
    }
}
