package masar.exchange.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.launch.Verb;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** {@code masar import undo BATCH}: takes an import back while nobody has worked on its cases. */
@Component
class UndoVerb implements Verb {

    private final ImportDesk desk;
    private final Accounts accounts;
    private final ImportReport report;

    UndoVerb(ImportDesk desk, Accounts accounts, ImportReport report) {
        this.desk = desk;
        this.accounts = accounts;
        this.report = report;
    }

    @Override
    public String words() {
        return "import undo";
    }

    @Override
    public String help() {
        return "BATCH   takes an import back while nobody has worked on its cases";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Optional<UUID> batch =
                VerbArguments.parse(arguments, Set.of(), Set.of()).flatMap(given -> id(given.word()));
        if (batch.isEmpty()) {
            out.println("Usage: masar " + words() + " " + help());
            return 1;
        }
        var importer = accounts.system("import");
        try {
            int undone = CurrentViewer.as(importer, () -> desk.undo(importer, batch.get()));
            out.println("Undone: " + undone + (undone == 1 ? " case is" : " cases are") + " gone from every list, their"
                    + " data emptied; the audit trail keeps their ids.");
            return 0;
        } catch (Refused refused) {
            report.refused(refused, out);
        } catch (OptimisticLockingFailureException meanwhile) {
            out.println("Somebody took one of these cases just now. Nothing was undone.");
        }
        return 1;
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
