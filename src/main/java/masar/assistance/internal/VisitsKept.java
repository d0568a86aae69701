package masar.assistance.internal;

import java.util.List;
import masar.assistance.internal.AfterClosureBook.Row;
import masar.retention.Kept;
import masar.shared.CaseId;
import masar.shared.Subject;
import org.springframework.stereotype.Component;

/** A case is not erased while visits are still to come: they end with the consent or with the last. */
@Component
class VisitsKept implements Kept {

    private final AfterClosureBook book;

    VisitsKept(AfterClosureBook book) {
        this.book = book;
    }

    @Override
    public List<String> obstacles(Subject whole) {
        boolean goesOn = whole.kind().equals("case")
                && book.of(new CaseId(whole.id())).stream().anyMatch(Row::isOpen);
        return goesOn ? List.of("assistance.obstacle.visits") : List.of();
    }
}
