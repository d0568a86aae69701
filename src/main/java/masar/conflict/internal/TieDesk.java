package masar.conflict.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody declares about themselves; read by nobody else. */
@Component
@Transactional
class TieDesk {

    private final TieBook book;
    private final TieWatch watch;
    private final Audit audit;
    private final InstantSource clock;

    TieDesk(TieBook book, TieWatch watch, Audit audit, InstantSource clock) {
        this.book = book;
        this.watch = watch;
        this.audit = audit;
        this.clock = clock;
    }

    List<Tie> own(Viewer viewer) {
        CurrentViewer.require(viewer);
        audit.read(account(viewer), "conflict.ties");
        return book.of(viewer.account());
    }

    /** Declares an employer, a business or a unit, and steps the viewer back from what it leads to. */
    void declare(Viewer viewer, String kind, @Nullable UUID organisation, @Nullable String name) {
        CurrentViewer.require(viewer);
        book.add(viewer.account(), new Tie(UUID.randomUUID(), kind, organisation, name, clock.instant()));
        audit.done(account(viewer), "conflict.tie.declare");
        watch.check(viewer.account());
    }

    /** Takes a tie off the list; what it closed stays closed until a supervisor lifts it. */
    void end(Viewer viewer, UUID tie) {
        CurrentViewer.require(viewer);
        Refused.unless(
                book.of(viewer.account()).stream().anyMatch(each -> each.id().equals(tie)), "shell.refused.not.found");
        book.end(viewer.account(), tie, clock.instant());
        audit.done(account(viewer), "conflict.tie.end");
    }

    private static Subject account(Viewer viewer) {
        return new Subject("account", viewer.account());
    }
}
