package masar.casefile.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Depth;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.country.Countries;
import masar.procedure.Departure;
import masar.procedure.Departure.Why;
import masar.procedure.Departures;
import masar.procedure.Passed;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a case has walked; and leaving its way, which a supervisor of its organisation or a coordinator may. */
@Component
@Transactional
public class LeavingDesk {

    private final Cases cases;
    private final Procedures procedures;
    private final Departures departures;
    private final Chronology chronology;
    private final Countries countries;
    private final Accounts accounts;

    LeavingDesk(
            Cases cases,
            Procedures procedures,
            Departures departures,
            Chronology chronology,
            Countries countries,
            Accounts accounts) {
        this.cases = cases;
        this.procedures = procedures;
        this.departures = departures;
        this.chronology = chronology;
        this.countries = countries;
        this.accounts = accounts;
    }

    /**
     * A departure in words.
     *
     * @param note null for who may not see the whole case
     */
    public record Left(
            Departure departure,
            LocalizedText step,
            LocalizedText reason,
            String who,
            @Nullable String note) {}

    /** The steps done and where the case left the way. */
    public record Walked(List<Passed> passed, List<Left> left) {}

    @Transactional(readOnly = true)
    Walked walked(Viewer viewer, CaseId id) {
        var card = cases.card(viewer, id);
        var left = departures.of(viewer, id.subject()).stream()
                .map(departure -> left(viewer, card, departure))
                .toList();
        return new Walked(procedures.passed(viewer, id.subject()), left);
    }

    private Left left(Viewer viewer, CaseCard card, Departure departure) {
        var step = procedures.editionOf(departure.subject()).steps().get(departure.step());
        return new Left(
                departure,
                step == null ? LocalizedText.same(departure.step()) : step.name(),
                countries.current().wordList("departure-reason").text(departure.reason()),
                accounts.nameOf(departure.account()),
                card.sees(Depth.FULL) ? departures.note(viewer, departure).orElse(null) : null);
    }

    /** Whether the viewer may leave the way of this case. */
    boolean mayLeave(Viewer viewer, CaseCard card) {
        boolean supervises =
                viewer.holds(Role.SUPERVISOR) && viewer.organisation().equals(card.owner());
        return card.isOpen() && (supervises || viewer.holds(Role.COORDINATOR));
    }

    void refuseUnlessMayLeave(Viewer viewer, CaseCard card) {
        Refused.unless(mayLeave(viewer, card), "shell.refused.not.found");
    }

    /** @param what as {@link LeavingChoices#what} offers it; an empty organisation stands for the owner's */
    void leave(Viewer viewer, CaseId id, String what, String organisation, Why why) {
        var card = cases.card(viewer, id);
        refuseUnlessMayLeave(viewer, card);
        String[] words = what.split(" ");
        if (words[0].equals("skip")) {
            UUID task = UUID.fromString(words[1]);
            String step = procedures.way(viewer, id.subject()).orElseThrow(Refused::notFound).open().stream()
                    .filter(each -> each.id().equals(task))
                    .findFirst()
                    .orElseThrow(Refused::notFound)
                    .step();
            departures.skip(viewer, id.subject(), task, words[2], card.owner(), why);
            chronology.add(id, "procedure.skipped", Optional.of(step));
        } else {
            UUID whose = organisation.isEmpty() ? card.owner() : UUID.fromString(organisation);
            departures.open(viewer, id.subject(), words[1], whose, why);
            chronology.add(id, "procedure.opened", Optional.of(words[1]));
        }
    }
}
