package masar.exchange.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.casefile.Cases;
import masar.casefile.ExchangedCases;
import masar.country.Countries;
import masar.directory.Organisation;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes cases of rows, all of a file or none. A status in the file begins the way where its owner can take it up, and
 * claims nothing before it as done; consent in the file stays in the record and is no consent to share.
 */
@Component
@Transactional
class ImportDesk {

    private final ImportStore imports;
    private final Cases cases;
    private final ExchangedCases exchanged;
    private final Procedures procedures;
    private final Countries countries;
    private final Audit audit;
    private final InstantSource clock;

    ImportDesk(
            ImportStore imports,
            Cases cases,
            ExchangedCases exchanged,
            Procedures procedures,
            Countries countries,
            Audit audit,
            InstantSource clock) {
        this.imports = imports;
        this.cases = cases;
        this.exchanged = exchanged;
        this.procedures = procedures;
        this.countries = countries;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of an import: its id, to undo it, and the code of each new case. */
    record Imported(UUID batch, List<NewCase> cases) {}

    /** A row and the case it became. */
    record NewCase(int row, String code, boolean closedElsewhere) {}

    /** When a file with this hash came in, if that import stands. */
    @Transactional(readOnly = true)
    Optional<Instant> importedAt(String fileHash) {
        return imports.importedAt(fileHash);
    }

    /** Refused when the same file came in meanwhile, unless {@code again}. */
    Imported bringIn(Viewer importer, Organisation owner, String fileHash, List<HtcdsRecord> rows, boolean again) {
        imports.waitForTurn();
        Refused.unless(again || imports.importedAt(fileHash).isEmpty(), "exchange.refused.same.file");
        var batch = UUID.randomUUID();
        var now = clock.instant();
        imports.add(new ImportStore.Batch(batch, fileHash, owner.id(), now, importer.account(), rows.size()));
        LocalDate today = now.atZone(countries.current().calendar().zone()).toLocalDate();
        var made = new ArrayList<NewCase>();
        for (HtcdsRecord row : rows) {
            made.add(bringIn(importer, owner.id(), batch, row, today));
        }
        audit.done(new Subject("import", batch), "exchange.import");
        return new Imported(batch, List.copyOf(made));
    }

    private NewCase bringIn(Viewer importer, UUID owner, UUID batch, HtcdsRecord row, LocalDate today) {
        var card = cases.importCase(importer, owner, HtcdsPerson.person(row, today));
        var id = card.id();
        String status = row.value(HtcdsField.STATUS).orElse("");
        procedures.beginAt(firstStep(status), id.subject(), card.code(), "/cases/" + id.value(), owner, importer);
        imports.add(batch, id, row);
        return new NewCase(row.row(), card.code(), status.startsWith("Closed"));
    }

    private static String firstStep(String status) {
        return switch (status) {
            case "FollowUp" -> "follow-up";
            case "Closed", "ClosedReferred" -> "request-closure";
            default -> "assistance-plan";
        };
    }

    /** Takes a whole import back and says how many cases it was; refused when somebody has worked on one of them. */
    int undo(Viewer importer, UUID batch) {
        imports.waitForTurn();
        List<CaseId> made = imports.cases(batch);
        Refused.unless(!made.isEmpty(), "exchange.refused.no.such.import");
        for (CaseId id : made) {
            exchanged.undoImport(importer, id);
            procedures.abandon(id.subject(), importer);
        }
        imports.undo(batch, clock.instant());
        audit.done(new Subject("import", batch), "exchange.import.undo");
        return made.size();
    }
}
