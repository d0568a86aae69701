package masar.assistance.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import masar.assistance.internal.AfterClosureBook.Row;
import masar.casefile.CaseDuties;
import masar.casefile.CaseDuties.Duty;
import masar.country.Countries;
import masar.procedure.Procedures;
import masar.shared.Role;
import org.springframework.stereotype.Component;

/** Visits after closure as duties of the owner of the case; how many and when, the clocks of the country say. */
@Component
class VisitDuties {

    static final String VISIT = "follow-up-visit";
    static final String REOPENING = "reopen-decision";

    private static final String CLOCKS = "follow-up-visit-";
    private static final String PAGE = "visits";

    private final CaseDuties duties;
    private final Countries countries;
    private final Procedures procedures;
    private final InstantSource clock;

    VisitDuties(CaseDuties duties, Countries countries, Procedures procedures, InstantSource clock) {
        this.duties = duties;
        this.countries = countries;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** When the visit with this number, counted from 1, is due; empty after the last. */
    Optional<Instant> due(Row period, int number) {
        List<Instant> dues = countries.current().clocks().values().stream()
                .filter(each -> each.key().startsWith(CLOCKS))
                .map(each -> countries.current().calendar().due(period.closedAt(), each))
                .sorted()
                .toList();
        return number <= dues.size() ? Optional.of(dues.get(number - 1)) : Optional.empty();
    }

    /** Lays out the visit with this number; false when there is none any more. */
    boolean lay(Row period, int number) {
        var due = due(period, number);
        due.ifPresent(each -> open(period, VISIT, "assistance.task.visit", Role.CASE_MANAGER, each));
        return due.isPresent();
    }

    void visited(Row period) {
        duties.close(period.caseId(), VISIT, Optional.of(period.id()));
    }

    void propose(Row period) {
        open(period, REOPENING, "assistance.task.reopening", Role.SUPERVISOR, procedures.due(REOPENING));
    }

    void decided(Row period) {
        duties.close(period.caseId(), REOPENING, Optional.of(period.id()));
    }

    private void open(Row period, String step, String words, Role role, Instant due) {
        duties.open(period.caseId(), new Duty(step, Optional.of(period.id()), words, PAGE, role, clock.instant(), due));
    }
}
