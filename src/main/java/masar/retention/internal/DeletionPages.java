package masar.retention.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.retention.RetentionRule;
import masar.retention.internal.DeletionBook.Deletion;
import masar.retention.internal.DeletionBook.Line;
import masar.retention.internal.DueBook.Due;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One record that is due, one proposal to erase it, and the certificate once it is erased. */
@Controller
@Door({Role.SUPERVISOR, Role.COORDINATOR})
public class DeletionPages {

    private static final int LONGEST = 2000;

    private final DeletionDesk desk;
    private final DeletionReading reading;
    private final RetentionRules rules;
    private final RetentionWords words;
    private final Pages pages;

    DeletionPages(DeletionDesk desk, DeletionReading reading, RetentionRules rules, RetentionWords words, Pages pages) {
        this.desk = desk;
        this.reading = reading;
        this.rules = rules;
        this.words = words;
        this.pages = pages;
    }

    /** A record that is due, and the form that proposes its end. */
    public record DuePage(
            Due due,
            RetentionRule rule,
            LocalizedText organisation,
            List<String> obstacles,
            Filled form,
            List<Choice> reasons,
            boolean mayPropose,
            @Nullable UUID proposal) {}

    /** A proposal; parts are kinds of subjects with how many of each would be destroyed. */
    public record ProposalPage(
            Deletion deletion,
            RetentionRule rule,
            LocalizedText organisation,
            LocalizedText reason,
            String proposedBy,
            Map<String, Integer> parts,
            List<String> obstacles,
            Filled form,
            boolean mayConfirm,
            boolean own) {}

    /** The certificate: all that is left of the record. */
    public record CertificatePage(
            Deletion deletion,
            LocalizedText recordClass,
            LocalizedText organisation,
            LocalizedText reason,
            String proposedBy,
            String confirmedBy,
            @Nullable LocalizedText outcome,
            List<Line> lines,
            Instant lastCopyAt) {}

    @GetMapping("/retention/due/{id}")
    ModelAndView due(Viewer viewer, @PathVariable UUID id) {
        return due(viewer, id, Filled.empty());
    }

    @Door(Role.SUPERVISOR)
    @PostMapping("/retention/due/{id}/proposal")
    ModelAndView propose(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        var subject = reading.due(viewer, id).subject();
        return pages.act(
                subject,
                "retention.propose",
                () -> {
                    new Problems()
                            .oneOf("reason", reason, words.codes("deletion-reason"))
                            .required("note", note)
                            .atMost("note", note, LONGEST)
                            .refuseIfAny();
                    return "/retention/proposals/" + desk.propose(viewer, subject, reason, note.strip())
                            + "?done=retention.done.proposed";
                },
                filled -> due(viewer, id, filled));
    }

    private ModelAndView due(Viewer viewer, UUID id, Filled form) {
        var due = reading.due(viewer, id);
        var obstacles = desk.obstacles(due.subject());
        var standing = desk.standing(due.subject());
        boolean supervises =
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(due.organisation());
        return pages.show(
                "retention/due",
                new DuePage(
                        due,
                        rules.of(due.recordClass()),
                        words.organisation(due.organisation()),
                        obstacles,
                        form,
                        words.list("deletion-reason"),
                        supervises && obstacles.isEmpty() && standing.isEmpty(),
                        standing.map(Deletion::id).orElse(null)));
    }

    @GetMapping("/retention/proposals/{id}")
    ModelAndView proposal(Viewer viewer, @PathVariable UUID id) {
        return proposal(viewer, id, Filled.empty());
    }

    /** The one act that nobody can take back: a second factor just given, and a box that says so. */
    @Door(
            value = {Role.SUPERVISOR, Role.COORDINATOR},
            fresh = true)
    @PostMapping("/retention/proposals/{id}/confirmation")
    ModelAndView confirm(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String sure) {
        var subject = reading.proposal(viewer, id).subject();
        return pages.act(
                subject,
                "retention.erase",
                () -> {
                    new Problems().oneOf("sure", sure, List.of("yes")).refuseIfAny();
                    desk.confirm(viewer, id);
                    return "/retention/certificates/" + id + "?done=retention.done.erased";
                },
                filled -> proposal(viewer, id, filled));
    }

    @PostMapping("/retention/proposals/{id}/withdrawal")
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id) {
        var subject = reading.proposal(viewer, id).subject();
        return pages.act(
                subject,
                "retention.withdraw",
                () -> {
                    desk.withdraw(viewer, id);
                    return "/retention?done=retention.done.withdrawn";
                },
                filled -> proposal(viewer, id, filled));
    }

    private ModelAndView proposal(Viewer viewer, UUID id, Filled form) {
        var deletion = reading.proposal(viewer, id);
        var parts = new LinkedHashMap<String, Integer>();
        for (Subject part : desk.parts(deletion.subject())) {
            parts.merge(part.kind(), 1, Integer::sum);
        }
        var obstacles = desk.obstacles(deletion.subject());
        boolean own = deletion.proposedBy().equals(viewer.account());
        return pages.show(
                "retention/proposal",
                new ProposalPage(
                        deletion,
                        rules.of(deletion.recordClass()),
                        words.organisation(deletion.organisation()),
                        words.word("deletion-reason", deletion.reason()),
                        words.person(deletion.proposedBy()),
                        parts,
                        obstacles,
                        form,
                        !own && obstacles.isEmpty() && DeletionDesk.maySecond(viewer, deletion),
                        own));
    }

    @Door({Role.SUPERVISOR, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/retention/certificates/{id}")
    ModelAndView certificate(Viewer viewer, @PathVariable UUID id) {
        var deletion = reading.certificate(viewer, id);
        var lines = reading.lines(id);
        UUID second = deletion.decidedBy();
        return pages.show(
                "retention/certificate",
                new CertificatePage(
                        deletion,
                        words.recordClass(deletion.recordClass()),
                        words.organisation(deletion.organisation()),
                        words.word("deletion-reason", deletion.reason()),
                        words.person(deletion.proposedBy()),
                        second == null ? "–" : words.person(second),
                        deletion.subject().kind().equals("case")
                                ? words.word("closure-reason", deletion.outcome())
                                : null,
                        lines,
                        lines.stream()
                                .map(Line::lastCopyAt)
                                .max(Instant::compareTo)
                                .orElse(deletion.proposedAt())));
    }
}
