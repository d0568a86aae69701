package masar.intake.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.audit.Audit;
import masar.casefile.AgeStatus;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Person;
import masar.casefile.PersonName;
import masar.country.Countries;
import masar.directory.Directory;
import masar.intake.ReportTriaged;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.procedure.Decisions;
import masar.procedure.Procedures;
import masar.procedure.StepDone.Continuation;
import masar.procedure.TableAnswer;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing reports and deciding what they call for. */
@Component
@Transactional
class ReportDesk implements Reports {

    private final ReportStore reports;
    private final Cases cases;
    private final Procedures procedures;
    private final Decisions decisions;
    private final Grants grants;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Surroundings surroundings;

    ReportDesk(
            ReportStore reports,
            Cases cases,
            Procedures procedures,
            Decisions decisions,
            Grants grants,
            Audit audit,
            ApplicationEventPublisher events,
            Surroundings surroundings) {
        this.reports = reports;
        this.cases = cases;
        this.procedures = procedures;
        this.decisions = decisions;
        this.grants = grants;
        this.audit = audit;
        this.events = events;
        this.surroundings = surroundings;
    }

    /** The country, its directory and the present moment. */
    @Component
    record Surroundings(Countries countries, Directory directory, InstantSource clock) {

        /** Organisations that watch deadlines: they know that a case exists, nothing more. */
        List<UUID> coordinating() {
            return directory.competentFor("coordination").stream()
                    .map(each -> each.id())
                    .toList();
        }
    }

    @Override
    public UUID receive(Viewer viewer, Told told) {
        var report = Report.received(told, viewer, surroundings.clock().instant());
        grants.give(
                report.subject(),
                Grants.officeKey(viewer.organisation(), Role.HOTLINE_OPERATOR),
                Depth.FULL,
                "intake.receive");
        grants.give(
                report.subject(), Grants.officeKey(viewer.organisation(), Role.SUPERVISOR), Depth.FULL, "supervision");
        reports.save(report);
        String proposed = propose(report).text("urgency");
        procedures.begin(report.subject(), report.code, "/reports/" + report.id, proposed, viewer);
        audit.done(report.subject(), "intake.receive");
        return report.id;
    }

    @Transactional(readOnly = true)
    Report find(Viewer viewer, UUID id) {
        var report = reports.findById(id).orElseThrow(Refused::notFound);
        Refused.unless(grants.allows(viewer, report.subject(), Depth.FULL), "shell.refused.not.found");
        return report;
    }

    Report read(Viewer viewer, UUID id) {
        var report = find(viewer, id);
        audit.read(report.subject(), "intake.report");
        return report;
    }

    /** The report behind a case, for whoever may read the whole case. */
    Optional<Report> behind(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.FULL);
        audit.read(id.subject(), "intake.report");
        return reports.findByCaseId(id.value());
    }

    List<Report> latest(Viewer viewer, int atMost) {
        Refused.unless(viewer.holds(Role.HOTLINE_OPERATOR) || viewer.holds(Role.SUPERVISOR), "shell.refused.not.found");
        audit.read(new Subject("account", viewer.account()), "intake.list");
        return reports.findByOrganisationOrderByReceivedAtDesc(viewer.organisation(), Limit.of(atMost));
    }

    /** What the table of the edition proposes; a person decides. */
    TableAnswer propose(Report report) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("dangerNow", report.dangerNow.equals("yes"));
        inputs.put("medicalNeed", report.medicalNeed);
        inputs.put("detained", report.detained);
        inputs.put("daysToRemoval", daysToRemoval(report));
        inputs.put("child", !report.ageNow.equals(AgeStatus.ADULT.code()));
        inputs.put("situationEnded", false);
        return decisions.decide(procedures.currentEdition().id(), "urgency", inputs);
    }

    private @Nullable Long daysToRemoval(Report report) {
        if (report.removalOn == null) {
            return null;
        }
        var zone = surroundings.countries().current().calendar().zone();
        var today = surroundings.clock().instant().atZone(zone).toLocalDate();
        return Math.max(0, ChronoUnit.DAYS.between(today, report.removalOn));
    }

    @Override
    public Optional<CaseId> triage(Viewer viewer, UUID id, Triage triage) {
        var report = find(viewer, id);
        Refused.unless(viewer.holds(Role.HOTLINE_OPERATOR), "shell.refused.not.found");
        report.triage(
                triage.outcome(),
                triage.urgency(),
                triage.reasons(),
                viewer,
                surroundings.clock().instant());
        Optional<CaseCard> opened =
                triage.outcome().equals("screen") ? Optional.of(open(viewer, report, triage)) : Optional.empty();
        opened.ifPresent(card -> report.becomes(card.id().value()));
        reports.save(report);
        audit.done(report.subject(), "intake.triage");
        events.publishEvent(new ReportTriaged(
                id,
                triage.outcome(),
                triage.urgency(),
                viewer.account(),
                viewer.organisation(),
                Optional.ofNullable(triage.owner()),
                Optional.ofNullable(triage.screening()),
                opened.map(card -> new Continuation(
                        card.id().subject(), card.code(), "/cases/" + card.id().value()))));
        return opened.map(CaseCard::id);
    }

    private CaseCard open(Viewer viewer, Report report, Triage triage) {
        UUID owner = chosen(triage.owner());
        UUID screening = chosen(triage.screening());
        var card = cases.open(viewer, owner, person(report));
        String officer = Grants.officeKey(screening, Role.FRONT_LINE_OFFICER);
        cases.share(card.id(), officer, Depth.SUMMARY, "intake.triage");
        for (UUID coordinating : surroundings.coordinating()) {
            String coordinator = Grants.officeKey(coordinating, Role.COORDINATOR);
            cases.share(card.id(), coordinator, Depth.EXISTENCE, "coordination");
        }
        return card;
    }

    private static UUID chosen(@Nullable UUID organisation) {
        if (organisation == null) {
            throw Refused.because("intake.refused.organisation.needed");
        }
        return organisation;
    }

    private static Person person(Report report) {
        var unknown = Person.unknown();
        var name = report.personName;
        List<PersonName> names =
                name == null ? List.of() : List.of(new PersonName(scriptOf(name), name, null, null, null, null));
        return new Person(
                unknown.id(),
                names,
                null,
                AgeStatus.of(report.ageNow),
                AgeStatus.UNKNOWN,
                null,
                List.of(),
                null,
                null,
                0);
    }

    private static String scriptOf(String name) {
        int first = name.codePointAt(0);
        return switch (Character.UnicodeScript.of(first)) {
            case ARABIC -> "Arab";
            case LATIN -> "Latn";
            default -> "Zyyy";
        };
    }
}
