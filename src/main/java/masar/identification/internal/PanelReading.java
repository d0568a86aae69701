package masar.identification.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.identification.PanelState;
import masar.identification.Panels.Panel;
import masar.identification.internal.PanelBook.Sitting;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;

/** A panel as somebody may read it: their own opinion, and those of all once the vote is closed. */
@Component
class PanelReading {

    private final PanelBook book;

    PanelReading(PanelBook book) {
        this.book = book;
    }

    /** Who declared themselves free of ties. */
    Set<UUID> free(Sitting sitting) {
        var free = new HashSet<UUID>();
        book.declared(sitting.id()).forEach((member, isFree) -> {
            if (isFree) {
                free.add(member);
            }
        });
        return free;
    }

    Panel told(Sitting sitting, Viewer viewer) {
        boolean closed = sitting.state() == PanelState.VOTED || sitting.state() == PanelState.DECIDED;
        var opinions = book.opinions(sitting).stream()
                .filter(each -> closed || each.member().equals(viewer.account()))
                .toList();
        return new Panel(
                sitting.id(),
                sitting.caseId(),
                sitting.code(),
                sitting.chair(),
                sitting.members(),
                sitting.sitsOn(),
                sitting.state(),
                book.declared(sitting.id()).keySet(),
                free(sitting),
                book.given(sitting.id()),
                opinions,
                closed ? Majority.of(opinions) : Optional.empty(),
                sitting.version());
    }
}
