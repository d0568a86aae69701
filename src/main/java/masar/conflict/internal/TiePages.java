package masar.conflict.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import masar.access.AccountEntry;
import masar.shared.LocalizedText;
import masar.shared.Subject;
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

/** One's own ties: what one declares so that one never meets a case one must not touch. */
@Controller
@Door
public class TiePages {

    private static final int LONGEST_NAME = 200;
    private static final List<String> BUSINESSES = List.of("own-business", "family-business");

    private final TieDesk desk;
    private final Words words;
    private final Pages pages;

    TiePages(TieDesk desk, Words words, Pages pages) {
        this.desk = desk;
        this.words = words;
        this.pages = pages;
    }

    /** One tie: a business by its name, or a unit of the directory. */
    public record Line(
            UUID id,
            String kind,
            @Nullable String name,
            @Nullable LocalizedText organisation,
            Instant since) {

        @Override
        public String toString() {
            return "Line[hidden]";
        }
    }

    public record TiesPage(List<Line> lines, Filled form, List<Choice> kinds, List<Choice> organisations) {}

    @Bean
    static AccountEntry tiesEntry() {
        return new AccountEntry("conflict.ties.title", "conflict.ties.lead", "/account/ties");
    }

    @GetMapping("/account/ties")
    ModelAndView show(Viewer viewer) {
        return page(viewer, Filled.empty());
    }

    @PostMapping("/account/ties/business")
    ModelAndView business(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String whose) {
        return act(viewer, "conflict.tie.declare", "conflict.done.declared", () -> {
            new Problems()
                    .required("name", name)
                    .atMost("name", name, LONGEST_NAME)
                    .oneOf("whose", whose, BUSINESSES)
                    .refuseIfAny();
            desk.declare(viewer, whose, null, name.strip());
        });
    }

    @PostMapping("/account/ties/unit")
    ModelAndView unit(Viewer viewer, @RequestParam(defaultValue = "") String organisation) {
        return act(viewer, "conflict.tie.declare", "conflict.done.declared", () -> {
            new Problems()
                    .oneOf("organisation", organisation, words.organisationIds())
                    .refuseIfAny();
            desk.declare(viewer, Tie.UNIT, UUID.fromString(organisation), null);
        });
    }

    @PostMapping("/account/ties/{tie}/end")
    ModelAndView end(Viewer viewer, @PathVariable UUID tie) {
        return act(viewer, "conflict.tie.end", "conflict.done.ended", () -> desk.end(viewer, tie));
    }

    private ModelAndView act(Viewer viewer, String what, String done, Runnable act) {
        return pages.act(
                new Subject("account", viewer.account()),
                what,
                () -> {
                    act.run();
                    return "/account/ties?done=" + done;
                },
                filled -> page(viewer, filled));
    }

    private ModelAndView page(Viewer viewer, Filled form) {
        return pages.show(
                "conflict/ties",
                new TiesPage(
                        desk.own(viewer).stream().map(this::line).toList(),
                        form,
                        BUSINESSES.stream()
                                .map(kind -> Choice.said(kind, "conflict.tie." + kind))
                                .toList(),
                        words.organisations()));
    }

    private Line line(Tie tie) {
        UUID organisation = tie.organisation();
        return new Line(
                tie.id(),
                tie.kind(),
                tie.name(),
                organisation == null ? null : words.organisation(organisation),
                tie.declaredAt());
    }
}
