package masar.exchange.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.launch.Verb;
import masar.shared.CurrentViewer;
import org.springframework.stereotype.Component;

/** {@code masar export htcds FILE}: writes cases into the columns of the HTCDS spreadsheet, for the owner's eyes only. */
@Component
class ExportVerb implements Verb {

    private final ExportDesk desk;
    private final Directory directory;
    private final Accounts accounts;

    ExportVerb(ExportDesk desk, Directory directory, Accounts accounts) {
        this.desk = desk;
        this.directory = directory;
        this.accounts = accounts;
    }

    @Override
    public String words() {
        return "export htcds";
    }

    @Override
    public String help() {
        return "FILE [--owner ORGANISATION] [--force]   cases into an HTCDS 2.0 spreadsheet";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var given = VerbArguments.parse(arguments, Set.of("--force"), Set.of("--owner"));
        if (given.isEmpty()) {
            out.println("Usage: masar " + words() + " " + help());
            return 1;
        }
        Optional<String> key = given.get().option("--owner");
        Optional<UUID> owner = key.flatMap(directory::organisation).map(Organisation::id);
        if (key.isPresent() && owner.isEmpty()) {
            out.println("There is no organisation " + key.get() + " in the directory.");
            return 1;
        }
        Path file = Path.of(given.get().word()).toAbsolutePath();
        if (Files.exists(file) && !given.get().has("--force")) {
            out.println("The file " + file + " exists. To overwrite it: --force");
            return 1;
        }
        return export(owner, file, out);
    }

    private int export(Optional<UUID> owner, Path file, PrintStream out) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            out.println("There is no folder for " + file + ".");
            return 1;
        }
        var exporter = accounts.system("export");
        var rows = CurrentViewer.as(exporter, () -> desk.rows(exporter, owner));
        try {
            write(HtcdsWriter.write(rows), folder, file);
        } catch (IOException unwritable) {
            out.println("The file " + file + " cannot be written.");
            return 1;
        }
        out.println(rows.size() + (rows.size() == 1 ? " case" : " cases") + " written to " + file + ".");
        out.println("It holds names and what happened to people: keep it where only those who must read it can.");
        return 0;
    }

    /** Readable by its owner only from the first byte; either whole or not there. */
    private static void write(byte[] content, Path folder, Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path beside = Files.createTempFile(folder, ".masar-export", ".xlsx", ownerOnly);
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
