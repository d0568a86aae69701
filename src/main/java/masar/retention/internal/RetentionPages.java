package masar.retention.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import masar.audit.Audit;
import masar.retention.RetentionRule;
import masar.retention.internal.DeletionBook.Deletion;
import masar.retention.internal.DueBook.Due;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is due, what awaits a second person, what was erased, and the rules behind it. */
@Controller
@Door({Role.SUPERVISOR, Role.COORDINATOR, Role.AUDITOR})
public class RetentionPages {

    private final Lists lists;
    private final RetentionRules rules;
    private final RetentionWords words;
    private final Pages pages;

    RetentionPages(Lists lists, RetentionRules rules, RetentionWords words, Pages pages) {
        this.lists = lists;
        this.rules = rules;
        this.words = words;
        this.pages = pages;
    }

    /** A record whose period is over. */
    public record DueLine(
            UUID id,
            String code,
            LocalizedText recordClass,
            LocalizedText organisation,
            Instant since,
            Instant dueAt) {}

    /** A proposal or a certificate. */
    public record DeletionLine(
            UUID id,
            String code,
            LocalizedText recordClass,
            LocalizedText organisation,
            LocalizedText reason,
            Instant at) {}

    /** The page of retention; the rules carry their "to be verified". */
    public record RetentionPage(
            List<DueLine> due, List<DeletionLine> proposals, List<DeletionLine> erased, List<RetentionRule> rules) {}

    /** Reads the lists as far as the viewer may know, and enters that they were read. */
    @Component
    @Transactional
    static class Lists {

        private final DueBook due;
        private final DeletionBook deletions;
        private final Audit audit;

        Lists(DueBook due, DeletionBook deletions, Audit audit) {
            this.due = due;
            this.deletions = deletions;
            this.audit = audit;
        }

        List<Due> due(Viewer viewer) {
            audit.read(new Subject("account", viewer.account()), "retention.list");
            return due.all();
        }

        @Transactional(readOnly = true)
        List<Deletion> in(String state) {
            return deletions.in(state);
        }
    }

    @Bean
    static MenuEntry retentionEntry() {
        return new MenuEntry(
                "retention.menu",
                "/retention",
                "hourglass-split",
                70,
                viewer ->
                        viewer.holds(Role.SUPERVISOR) || viewer.holds(Role.COORDINATOR) || viewer.holds(Role.AUDITOR));
    }

    @GetMapping("/retention")
    ModelAndView list(Viewer viewer) {
        var due = lists.due(viewer).stream()
                .map(each -> new DueLine(
                        each.id(),
                        each.code(),
                        words.recordClass(each.recordClass()),
                        words.organisation(each.organisation()),
                        each.since(),
                        each.dueAt()))
                .toList();
        return pages.show(
                "retention/list",
                new RetentionPage(
                        due, lines(DeletionBook.PROPOSED), lines(DeletionBook.ERASED), List.copyOf(rules.all())));
    }

    private List<DeletionLine> lines(String state) {
        return lists.in(state).stream().map(this::line).toList();
    }

    private DeletionLine line(Deletion deletion) {
        @Nullable Instant decided = deletion.decidedAt();
        return new DeletionLine(
                deletion.id(),
                deletion.code(),
                words.recordClass(deletion.recordClass()),
                words.organisation(deletion.organisation()),
                words.word("deletion-reason", deletion.reason()),
                decided == null ? deletion.proposedAt() : decided);
    }
}
