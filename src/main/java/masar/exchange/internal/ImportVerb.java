package masar.exchange.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import masar.access.Accounts;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.forms.Spreadsheet;
import masar.launch.Verb;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import org.springframework.stereotype.Component;

/** {@code masar import htcds FILE}: brings a filled HTCDS spreadsheet in, all of it or nothing. */
@Component
class ImportVerb implements Verb {

    private static final String USUAL_OWNER = "mosa-social-services";

    private final ImportDesk desk;
    private final Directory directory;
    private final Accounts accounts;
    private final Countries countries;
    private final ImportReport report;
    private final InstantSource clock;

    ImportVerb(
            ImportDesk desk,
            Directory directory,
            Accounts accounts,
            Countries countries,
            ImportReport report,
            InstantSource clock) {
        this.desk = desk;
        this.directory = directory;
        this.accounts = accounts;
        this.countries = countries;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public String words() {
        return "import htcds";
    }

    @Override
    public String help() {
        return "FILE [--dry-run] [--owner ORGANISATION] [--skip-bad-rows] [--again]   cases from an HTCDS 2.0 spreadsheet";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var given =
                VerbArguments.parse(arguments, Set.of("--dry-run", "--skip-bad-rows", "--again"), Set.of("--owner"));
        if (given.isEmpty()) {
            out.println("Usage: masar " + words() + " " + help());
            return 1;
        }
        String key = given.get().option("--owner").orElse(USUAL_OWNER);
        Optional<Organisation> owner = directory.organisation(key);
        if (owner.isEmpty()) {
            out.println("There is no organisation " + key + " in the directory.");
            return 1;
        }
        if (!owner.get().isCompetentFor("case-management")) {
            out.println("note: the directory does not say that " + key + " manages cases.");
        }
        return read(given.get(), out)
                .map(file -> bringIn(given.get(), owner.get(), file, out))
                .orElse(1);
    }

    private static Optional<byte[]> read(VerbArguments given, PrintStream out) {
        Path file = Path.of(given.word());
        try {
            if (Files.size(file) > Spreadsheet.MAX_FILE_BYTES) {
                out.println("The file is larger than " + Spreadsheet.MAX_FILE_BYTES / 1_048_576 + " MB.");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            out.println("The file " + file + " cannot be read.");
            return Optional.empty();
        }
    }

    private int bringIn(VerbArguments given, Organisation owner, byte[] file, PrintStream out) {
        String hash = sha256(file);
        var before = desk.importedAt(hash);
        if (before.isPresent() && !given.has("--again")) {
            report.sameFile(before.get(), out);
            return 1;
        }
        var zone = countries.current().calendar().zone();
        var reading = new HtcdsSheet(clock, zone).read(file);
        report.problems(reading, out);
        if (!isGood(reading, given.has("--skip-bad-rows"))) {
            report.refused(reading, out);
            return 1;
        }
        if (given.has("--dry-run")) {
            report.tried(reading, out);
            return 0;
        }
        var importer = accounts.system("import");
        try {
            var imported = CurrentViewer.as(
                    importer, () -> desk.bringIn(importer, owner, hash, reading.records(), given.has("--again")));
            report.done(imported, reading, owner, out);
            return 0;
        } catch (Refused refused) {
            report.refused(refused, out);
            return 1;
        }
    }

    /** Without errors; or, when bad rows may be left out, with errors in single rows only and some row without. */
    private static boolean isGood(HtcdsReading reading, boolean skipBadRows) {
        boolean rowsOnly = reading.errors().stream()
                .allMatch(problem -> reading.refusedRows().contains(problem.row()));
        return reading.errors().isEmpty()
                || (skipBadRows && rowsOnly && !reading.records().isEmpty());
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
