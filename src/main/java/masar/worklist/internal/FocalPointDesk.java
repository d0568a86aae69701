package masar.worklist.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names and ends focal points of the viewer's own organisation. */
@Component
@Transactional
class FocalPointDesk {

    private final FocalPointBook book;
    private final Accounts accounts;
    private final Audit audit;
    private final InstantSource clock;

    FocalPointDesk(FocalPointBook book, Accounts accounts, Audit audit, InstantSource clock) {
        this.book = book;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    List<FocalPointPages.Line> lines(Viewer viewer) {
        CurrentViewer.require(viewer);
        audit.read(new Subject("organisation", viewer.organisation()), "worklist.focal.points");
        var named = book.of(viewer.organisation());
        return colleagues(viewer).stream()
                .map(each -> new FocalPointPages.Line(
                        each.account(),
                        each.name(),
                        each.roles().stream().sorted().toList(),
                        named.contains(each.account())))
                .toList();
    }

    void name(Viewer viewer, UUID account) {
        requireColleague(viewer, account);
        Refused.unless(
                book.name(viewer.organisation(), account, viewer.account(), clock.instant()),
                "worklist.refused.focal.point.already");
        audit.done(new Subject("account", account), "worklist.focal.point.name");
    }

    void end(Viewer viewer, UUID account) {
        requireColleague(viewer, account);
        book.end(viewer.organisation(), account, clock.instant());
        audit.done(new Subject("account", account), "worklist.focal.point.end");
    }

    private void requireColleague(Viewer viewer, UUID account) {
        CurrentViewer.require(viewer);
        boolean colleague = accounts.colleague(account)
                .filter(each -> each.organisation().equals(viewer.organisation()))
                .isPresent();
        Refused.unless(colleague, "shell.refused.not.found");
    }

    private List<Colleague> colleagues(Viewer viewer) {
        var found = new ArrayList<Colleague>();
        Arrays.stream(Role.values())
                .flatMap(role -> accounts.colleagues(viewer.organisation(), role).stream())
                .filter(each ->
                        found.stream().noneMatch(known -> known.account().equals(each.account())))
                .forEach(found::add);
        return found.stream().sorted(Comparator.comparing(Colleague::name)).toList();
    }
}
