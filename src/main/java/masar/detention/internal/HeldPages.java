package masar.detention.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import masar.detention.Detentions;
import masar.detention.Detentions.Held;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everybody who is held, as far as the viewer reads their cases: for how long, and when they are to be removed. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class HeldPages {

    private final Detentions detentions;
    private final DetentionView view;
    private final Pages pages;

    HeldPages(Detentions detentions, DetentionView view, Pages pages) {
        this.detentions = detentions;
        this.view = view;
        this.pages = pages;
    }

    /** One line; {@code daysToRemoval} is below 0 when the day has passed, and null when none is set. */
    public record Line(Held held, long days, @Nullable Long daysToRemoval) {}

    public record HeldPage(List<Line> lines) {}

    @GetMapping("/detained")
    ModelAndView show(Viewer viewer) {
        LocalDate today = view.today();
        var lines = detentions.held(viewer).stream()
                .map(held -> new Line(
                        held,
                        ChronoUnit.DAYS.between(held.heldSince(), today),
                        view.daysTo(held.removalOn().orElse(null))))
                .toList();
        return pages.show("detention/held", new HeldPage(lines));
    }
}
