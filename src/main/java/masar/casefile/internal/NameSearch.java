package masar.casefile.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.matching.NameScore;
import masar.matching.NameWord;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases by name for those who may see the person; others find nothing, as if there were none. */
@Component
class NameSearch {

    private static final int CANDIDATES = 200;
    private static final double GOOD_ENOUGH = 0.5;
    private static final int FEWEST_LETTERS = 2;

    private final NameIndex index;
    private final CaseDesk cases;
    private final CaseStore store;
    private final PersonStore people;
    private final Audit audit;

    NameSearch(NameIndex index, CaseDesk cases, CaseStore store, PersonStore people, Audit audit) {
        this.index = index;
        this.cases = cases;
        this.store = store;
        this.people = people;
        this.audit = audit;
    }

    private record Hit(CaseId id, double score, Instant openedAt) {}

    /** The best first, among equals the newest; each case shown is audited as read, the search itself as done. */
    @Transactional
    public List<CaseCard> find(Viewer viewer, String typed, int atMost) {
        CurrentViewer.require(viewer);
        List<NameWord> words = NameWord.in(typed);
        if (typed.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS || words.isEmpty()) {
            return List.of();
        }
        audit.done(new Subject("account", viewer.account()), "casefile.search");
        return index.find(words, CANDIDATES).stream()
                .flatMap(id -> hit(id, words).stream())
                .filter(hit -> hit.score() >= GOOD_ENOUGH)
                .sorted(Comparator.comparingDouble(Hit::score)
                        .thenComparing(Hit::openedAt)
                        .reversed())
                .limit(atMost)
                .map(hit -> shown(viewer, hit.id()))
                .toList();
    }

    private Optional<Hit> hit(CaseId id, List<NameWord> typed) {
        return store.findById(id.value()).map(record -> {
            var names = people.find(id, record.person).names();
            double score = NameScore.of(typed, NameIndex.words(names)).value();
            return new Hit(id, score, record.openedAt);
        });
    }

    private CaseCard shown(Viewer viewer, CaseId id) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        audit.read(id.subject(), "casefile.search");
        return card;
    }
}
