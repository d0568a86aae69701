package masar.exchange.internal;

import java.io.PrintStream;
import java.time.Instant;
import masar.directory.Organisation;
import masar.exchange.internal.ImportDesk.Imported;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shell.Texts;
import org.springframework.stereotype.Component;

/** What the commands say about a file, in English: rows, places and case codes, never what a cell holds. */
@Component
class ImportReport {

    private final Texts texts;

    ImportReport(Texts texts) {
        this.texts = texts;
    }

    void sameFile(Instant before, PrintStream out) {
        out.println("The same file was imported before, at " + before + " UTC. To import it once more: --again");
    }

    void problems(HtcdsReading reading, PrintStream out) {
        reading.problems().forEach(problem -> out.println(line(problem)));
    }

    void refused(HtcdsReading reading, PrintStream out) {
        out.println("Nothing was imported: " + count(reading.errors().size(), "problem")
                + (reading.refusedRows().isEmpty()
                        ? "."
                        : " in " + count(reading.refusedRows().size(), "row") + "."
                                + (reading.records().isEmpty()
                                        ? ""
                                        : " To import the other "
                                                + count(reading.records().size(), "row") + ": --skip-bad-rows")));
    }

    void refused(Refused refused, PrintStream out) {
        out.println(say(refused.key(), refused.arguments().toArray()));
    }

    void tried(HtcdsReading reading, PrintStream out) {
        reading.records().forEach(row -> out.println("row " + row.row() + ": would be imported"));
        out.println("Dry run: " + count(reading.records().size(), "case") + " would be imported, "
                + count(reading.refusedRows().size(), "row") + " left out. Nothing was written.");
    }

    void done(Imported imported, HtcdsReading reading, Organisation owner, PrintStream out) {
        imported.cases()
                .forEach(made -> out.println("row " + made.row() + ": case " + made.code()
                        + (made.closedElsewhere()
                                ? " (closed in the file; imported, its closure is to be requested)"
                                : "")));
        out.println(count(imported.cases().size(), "case") + " imported for "
                + owner.name().en() + ", " + count(reading.refusedRows().size(), "row") + " left out.");
        out.println("To undo while nobody has worked on them: masar import undo " + imported.batch());
    }

    String say(String key, Object... arguments) {
        return texts.say(Language.EN, key, arguments);
    }

    private String line(HtcdsProblem problem) {
        var place = new StringBuilder(problem.kind().isNote() ? "note" : "problem");
        if (problem.row() > 0) {
            place.append(", row ").append(problem.row());
        }
        if (!problem.column().isEmpty()) {
            place.append(", column ").append(problem.column());
        }
        String words =
                say(problem.key(), problem.sheet(), Integer.toString(problem.row()), problem.column(), problem.field());
        return place + ": " + words;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
