package masar.decline.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.audit.Audit;
import masar.casefile.AgeStatus;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.Person;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who declined comes back: a new case at its first interview, holding what the stub held. */
@Component
@Transactional
class ReturnDesk {

    private static final String FIRST_STEP = "screening";

    private final StubBook stubs;
    private final AttemptBook attempts;
    private final Cases cases;
    private final Procedures procedures;
    private final Directory directory;
    private final Chronology chronology;
    private final Audit audit;

    ReturnDesk(
            StubBook stubs,
            AttemptBook attempts,
            Cases cases,
            Procedures procedures,
            Directory directory,
            Chronology chronology,
            Audit audit) {
        this.stubs = stubs;
        this.attempts = attempts;
        this.cases = cases;
        this.procedures = procedures;
        this.directory = directory;
        this.chronology = chronology;
        this.audit = audit;
    }

    /** Organisations that may own a case. */
    List<Organisation> owners() {
        return directory.competentFor("case-management");
    }

    CaseId begin(Viewer viewer, byte[] codeHash, UUID owner, LocalDate today) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.FRONT_LINE_OFFICER), "shell.refused.not.found");
        Refused.unless(owners().stream().anyMatch(each -> each.id().equals(owner)), "decline.refused.owner");
        var stub = stubs.use(codeHash, today).orElseThrow(() -> Refused.because("decline.refused.code"));
        attempts.forget(viewer);
        var card = cases.open(viewer, owner, adult().withGender(stub.gender()));
        cases.share(
                card.id(),
                Grants.officeKey(viewer.organisation(), Role.FRONT_LINE_OFFICER),
                Depth.SUMMARY,
                "decline.return");
        for (Organisation coordinating : directory.competentFor("coordination")) {
            cases.share(
                    card.id(), Grants.officeKey(coordinating.id(), Role.COORDINATOR), Depth.EXISTENCE, "coordination");
        }
        begin(viewer, card);
        chronology.add(card.id(), "decline.returned", Optional.ofNullable(stub.suspectedForm()));
        audit.done(card.id().subject(), "decline.return");
        return card.id();
    }

    private void begin(Viewer viewer, CaseCard card) {
        procedures.beginAt(
                FIRST_STEP,
                card.id().subject(),
                card.code(),
                "/cases/" + card.id().value(),
                viewer.organisation(),
                viewer);
    }

    /** Only adults are let go, so whoever comes back is one. */
    private static Person adult() {
        var unknown = Person.unknown();
        return new Person(
                unknown.id(),
                List.of(),
                null,
                AgeStatus.ADULT,
                AgeStatus.UNKNOWN,
                null,
                List.of(),
                null,
                null,
                unknown.version());
    }
}
