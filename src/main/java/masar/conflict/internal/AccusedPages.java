package masar.conflict.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is accused in a case. */
@Controller
@Door({Role.CASE_MANAGER, Role.IDENTIFICATION_OFFICER})
public class AccusedPages {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    private final AccusedDesk desk;
    private final Grants grants;
    private final CaseFrames frames;
    private final Words words;
    private final Pages pages;

    AccusedPages(AccusedDesk desk, Grants grants, CaseFrames frames, Words words, Pages pages) {
        this.desk = desk;
        this.grants = grants;
        this.frames = frames;
        this.words = words;
        this.pages = pages;
    }

    /** What the form of an accused posts. */
    public record AccusedForm(
            @Nullable String name,
            @Nullable String role,
            @Nullable String organisation,
            @Nullable String employer) {

        @Override
        public String toString() {
            return "AccusedForm[hidden]";
        }
    }

    /** One accused as they are listed. */
    public record Line(
            UUID id,
            @Nullable String name,
            LocalizedText role,
            @Nullable LocalizedText organisation,
            @Nullable String employer,
            String recordedBy,
            Instant recordedAt) {

        @Override
        public String toString() {
            return "Line[hidden]";
        }
    }

    /**
     * The accused of a case.
     *
     * @param mayRecord whether this viewer records and removes; supervisors only read
     */
    public record AccusedPage(
            CaseFrame frame,
            List<Line> lines,
            Filled form,
            List<Choice> roles,
            List<Choice> organisations,
            boolean mayRecord) {}

    @Bean
    static CaseTab accusedTab() {
        return new CaseTab(
                "conflict.tab",
                "accused",
                92,
                (viewer, card) -> card.sees(Depth.FULL)
                        && AccusedDesk.mayRead(viewer)
                        && (records(viewer) || viewer.holds(Role.SUPERVISOR)));
    }

    private static boolean records(Viewer viewer) {
        return viewer.holds(Role.CASE_MANAGER) || viewer.holds(Role.IDENTIFICATION_OFFICER);
    }

    @Door({Role.CASE_MANAGER, Role.IDENTIFICATION_OFFICER, Role.SUPERVISOR})
    @GetMapping("/cases/{id}/accused")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, new CaseId(id), Filled.empty());
    }

    /** Whoever has a tie to the accused themselves learns only that they have no part in the file. */
    @PostMapping("/cases/{id}/accused")
    ModelAndView record(Viewer viewer, @PathVariable UUID id, AccusedForm form) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "conflict.accused.record",
                () -> {
                    String organisation = told(form.organisation());
                    var problems = new Problems()
                            .oneOf("role", form.role(), words.codes("accused-role"))
                            .atMost("name", form.name(), LONGEST_NAME)
                            .atMost("employer", form.employer(), LONGEST_NAME);
                    if (organisation != null) {
                        problems.oneOf("organisation", organisation, words.organisationIds());
                    }
                    problems.refuseIfAny();
                    desk.record(
                            viewer,
                            caseId,
                            String.valueOf(form.role()),
                            organisation == null ? null : UUID.fromString(organisation),
                            told(form.name()),
                            told(form.employer()));
                    return grants.allows(viewer, caseId.subject(), Depth.FULL)
                            ? "/cases/" + id + "/accused?done=conflict.done.recorded"
                            : "/sight?done=conflict.done.no.part";
                },
                filled -> page(viewer, caseId, filled));
    }

    @PostMapping("/cases/{id}/accused/{accused}/removal")
    ModelAndView remove(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID accused,
            @RequestParam(defaultValue = "") String reason) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "conflict.accused.remove",
                () -> {
                    new Problems()
                            .required("reason-" + accused, reason)
                            .atMost("reason-" + accused, reason, LONGEST_REASON)
                            .refuseIfAny();
                    desk.remove(viewer, caseId, accused, reason.strip());
                    return "/cases/" + id + "/accused?done=conflict.done.removed";
                },
                filled -> page(viewer, caseId, filled));
    }

    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private ModelAndView page(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "accused");
        return pages.show(
                "conflict/accused",
                new AccusedPage(
                        frame,
                        desk.of(viewer, id).stream().map(this::line).toList(),
                        form,
                        words.list("accused-role"),
                        words.organisations(),
                        records(viewer) && frame.card().isOpen()));
    }

    private Line line(Accused accused) {
        UUID organisation = accused.organisation();
        return new Line(
                accused.id(),
                accused.name(),
                words.word("accused-role", accused.role()),
                organisation == null ? null : words.organisation(organisation),
                accused.employer(),
                words.person(accused.recordedBy()),
                accused.recordedAt());
    }
}
