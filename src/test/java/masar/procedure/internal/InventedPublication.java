package masar.procedure.internal;

import java.util.List;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.country.internal.CountryReading;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;

/** What coordinators do on the page of editions, without the page. */
@Component
public class InventedPublication {

    private final Publication publication;

    InventedPublication(Publication publication) {
        this.publication = publication;
    }

    public List<String> faults() {
        return publication.faults().stream().map(PackProblem::getMessage).toList();
    }

    /** Proposes, or publishes the edition of this id; the key of the refusal, empty when there was none. */
    public String refusal(Viewer viewer, String what) {
        try {
            if (what.equals("propose")) {
                publication.propose(viewer);
            } else {
                publication.publish(viewer, what);
            }
            return "";
        } catch (Refused refused) {
            return refused.key();
        }
    }

    /** What differs between two editions of a folder, one line each, in English. */
    public static List<String> changes(PackFolder folder, String before, String after) {
        var pack = CountryReading.read(folder);
        var library = new EditionLibrary(() -> pack);
        library.load(folder);
        var tables = new DecisionLibrary();
        tables.load(folder);
        return EditionDiff.between(
                        library.edition(before),
                        library.edition(after),
                        tables.tables(before),
                        tables.tables(after),
                        LocalizedText::same)
                .stream()
                .flatMap(change -> change.details().stream()
                        .map(detail -> change.kind() + " " + change.what() + " " + change.key() + ": " + detail.field()
                                + " " + detail.before().en() + " -> "
                                + detail.after().en()))
                .toList();
    }
}
