package masar.oversight.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.audit.Audit;
import masar.audit.AuditFilter;
import masar.audit.LogRule;
import masar.country.Countries;
import masar.directory.Directory;
import masar.oversight.internal.LogLines.Line;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The whole trail, for the auditor: who did or read what, as codes and names of colleagues, never of a person helped. */
@Controller
@Door(Role.AUDITOR)
public class TrailPages {

    /** Beginnings of the codes, one for each module that enters something. */
    static final List<String> PARTS = List.of(
            "access",
            "assistance",
            "audit",
            "casefile",
            "exchange",
            "identification",
            "intake",
            "oversight",
            "referral",
            "screening",
            "shell");

    private static final List<String> FIELDS =
            List.of("who", "organisation", "kind", "part", "subject", "from", "until");
    private static final int PAGE = 100;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Audit audit;
    private final LogLines lines;
    private final Accounts accounts;
    private final Directory directory;
    private final Countries countries;
    private final ObjectProvider<LogRule> rules;
    private final Pages pages;

    TrailPages(
            Audit audit,
            LogLines lines,
            Accounts accounts,
            Directory directory,
            Countries countries,
            ObjectProvider<LogRule> rules,
            Pages pages) {
        this.audit = audit;
        this.lines = lines;
        this.accounts = accounts;
        this.directory = directory;
        this.countries = countries;
        this.rules = rules;
        this.pages = pages;
    }

    /**
     * A page of the trail.
     *
     * @param codes codes by which people know the subjects, as far as they have one
     * @param next address of the older entries, null when there are none
     */
    public record TrailPage(
            List<Line> lines,
            Map<UUID, String> codes,
            Filled form,
            List<Choice> organisations,
            List<Choice> kinds,
            List<Choice> parts,
            @Nullable String next) {

        /** What stands for a subject: its code, or the beginning of its id. */
        public String subject(Line line) {
            return codes.getOrDefault(line.subject(), line.subject().toString().substring(0, 8));
        }
    }

    @Bean
    static MenuEntry trailEntry() {
        return new MenuEntry(
                "oversight.menu.trail", "/audit", "journal-text", 80, viewer -> viewer.holds(Role.AUDITOR));
    }

    @GetMapping("/audit")
    ModelAndView trail(Viewer viewer, @RequestParam Map<String, String> asked) {
        var found = audit.all(viewer, filter(viewer, asked));
        var shown = lines.of(found.subList(0, Math.min(PAGE, found.size())));
        var kept = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> kept.put(field, text(asked, field)));
        return pages.show(
                "oversight/trail",
                new TrailPage(
                        shown,
                        codes(viewer, shown.stream().map(Line::subject).collect(Collectors.toSet())),
                        Filled.with(kept),
                        directory.choices(),
                        CaseLogPages.kinds(),
                        PARTS.stream()
                                .map(part -> Choice.said(part, "oversight.part." + part))
                                .toList(),
                        found.size() > PAGE ? next(kept, shown.getLast()) : null));
    }

    private AuditFilter filter(Viewer viewer, Map<String, String> asked) {
        return new AuditFilter(
                accounts(viewer, text(asked, "who")),
                uuid(text(asked, "organisation")),
                Optional.of(text(asked, "kind")).filter(CaseLogPages.KINDS::contains),
                Optional.of(text(asked, "part")).filter(PARTS::contains).map(part -> part + "."),
                subject(viewer, text(asked, "subject")),
                midnight(text(asked, "from"), 0),
                midnight(text(asked, "until"), 1),
                Optional.of(text(asked, "before"))
                        .filter(number -> number.matches("\\d{1,18}"))
                        .map(Long::valueOf),
                PAGE + 1);
    }

    /** Nobody of that name finds nothing, not everything. */
    private Set<UUID> accounts(Viewer viewer, String who) {
        if (who.isEmpty()) {
            return Set.of();
        }
        var found = accounts.named(viewer, who).stream().map(Colleague::account).collect(Collectors.toSet());
        return found.isEmpty() ? Set.of(NOBODY) : found;
    }

    private Optional<UUID> subject(Viewer viewer, String code) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(uuid(code)
                .or(() -> rules.stream()
                        .flatMap(rule -> rule.byCode(viewer, code).stream())
                        .map(Subject::id)
                        .findFirst())
                .orElse(NOBODY));
    }

    private Map<UUID, String> codes(Viewer viewer, Collection<UUID> subjects) {
        var codes = new LinkedHashMap<UUID, String>();
        rules.stream().forEach(rule -> codes.putAll(rule.codes(viewer, subjects)));
        return codes;
    }

    private Optional<Instant> midnight(String day, int daysLater) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day)
                            .plusDays(daysLater)
                            .atStartOfDay(countries.current().calendar().zone())
                            .toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static String text(Map<String, String> asked, String field) {
        return asked.getOrDefault(field, "").strip();
    }

    private static String next(Map<String, String> kept, Line last) {
        var address = UriComponentsBuilder.fromPath("/audit");
        kept.forEach((field, value) -> address.queryParam(field, "{" + field + "}"));
        return address.queryParam("before", last.number())
                .encode()
                .buildAndExpand(kept)
                .toUriString();
    }
}
