package masar.identification.internal;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.AgeStatus;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.country.Countries;
import masar.directory.Directory;
import masar.identification.DecisionMade;
import masar.identification.Identifications;
import masar.identification.VictimStatus;
import masar.procedure.Decisions;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class IdentificationDesk implements Identifications {

    private final DecisionBook book;
    private final Cases cases;
    private final Procedures procedures;
    private final Decisions tables;
    private final Chronology chronology;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Surroundings surroundings;

    IdentificationDesk(
            DecisionBook book,
            Cases cases,
            Procedures procedures,
            Decisions tables,
            Chronology chronology,
            Audit audit,
            ApplicationEventPublisher events,
            Surroundings surroundings) {
        this.book = book;
        this.cases = cases;
        this.procedures = procedures;
        this.tables = tables;
        this.chronology = chronology;
        this.audit = audit;
        this.events = events;
        this.surroundings = surroundings;
    }

    /** The country, its directory and the present moment. */
    @org.springframework.stereotype.Component("identificationSurroundings")
    record Surroundings(Countries countries, Directory directory, InstantSource clock) {}

    @Override
    public void decide(Viewer viewer, CaseId id, VictimStatus status, String reasons) {
        var card = cases.card(viewer, id, Depth.SUMMARY);
        Refused.unless(mayDecide(viewer), "identification.refused.not.competent");
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(!reasons.isBlank(), "identification.refused.reasons.needed");
        var before = book.status(id);
        Refused.unless(before.mayBecome(status), "identification.refused.out.of.order");
        boolean reconsidered = status.reconsiders(before);
        UUID decision = book.add(
                id, status, reconsidered, reasons, viewer, surroundings.clock().instant());
        if (status == VictimStatus.PRESUMED) {
            startReflection(viewer, id, decision);
        }
        chronology.add(id, "identification.decided", Optional.of(status.code()));
        audit.done(id.subject(), "identification.decide." + status.code());
        events.publishEvent(new DecisionMade(
                id, decision, status, viewer.account(), viewer.organisation(), Optional.of(card.owner())));
    }

    private void startReflection(Viewer viewer, CaseId id, UUID decision) {
        String clock = isTreatedAsChild(viewer, id) ? "recovery-and-reflection-child" : "recovery-and-reflection-adult";
        book.startReflection(id, decision, clock, surroundings.clock().instant(), procedures.due(clock));
    }

    private boolean isTreatedAsChild(Viewer viewer, CaseId id) {
        var person = cases.person(viewer, id);
        var zone = surroundings.countries().current().calendar().zone();
        var today = surroundings.clock().instant().atZone(zone).toLocalDate();
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put(
                "ageStatus",
                AgeStatus.on(today, person.birth(), person.ageNow()).code());
        return tables.decide(procedures.editionOf(id.subject()).id(), "child", inputs)
                .flag("child");
    }

    /** Whether this viewer may decide at all: the role, in an organisation the directory names as competent. */
    boolean mayDecide(Viewer viewer) {
        return viewer.holds(Role.IDENTIFICATION_OFFICER)
                && surroundings
                        .directory()
                        .organisation(viewer.organisation())
                        .filter(each -> each.isCompetentFor("identification"))
                        .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public VictimStatus status(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.status(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Decision> decisions(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.decisions(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReflectionPeriod> reflection(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.reflection(id);
    }
}
