package masar.sealing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import masar.launch.CannotStart;

/** A file of root keys, one a line in base 64, the newest first; lines that begin with # are for people. */
record KeyFile(Path path) {

    private static final String HEAD = """
            # The root key of Masar. Whoever has it and the database can read everything; without it nobody can.
            # Keep a copy apart from the data folder and its backups.
            """;

    boolean exists() {
        return Files.exists(path);
    }

    /** The keys, the newest first; none when there is no file. */
    List<byte[]> read() {
        if (!exists()) {
            return List.of();
        }
        try {
            return parse(Files.readString(path), "the key file " + path);
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "the key file " + path + " cannot be read (" + unreadable.getMessage() + ").",
                    "let this user read it, or name another: --key FILE",
                    unreadable);
        }
    }

    /** Reads keys divided by white space or commas; {@code where} names their origin in a refusal. */
    static List<byte[]> parse(String text, String where) {
        var keys = new ArrayList<byte[]>();
        for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
            for (String word : line.strip().split("[\\s,]+")) {
                if (!word.isEmpty()) {
                    keys.add(decoded(word, where));
                }
            }
        }
        return List.copyOf(keys);
    }

    private static byte[] decoded(String word, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(word);
            if (key.length == Keys.BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, like a key of another length
        }
        throw new CannotStart(
                where + " does not hold a key of 32 bytes in base 64.", "bring back the copy that was kept apart.");
    }

    /** Writes the keys so that either the old file or the whole new one is there, readable by its owner only. */
    void write(List<byte[]> keys) {
        var text = new StringBuilder(HEAD);
        keys.forEach(key -> text.append(Base64.getEncoder().encodeToString(key)).append('\n'));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, ".masar", ".key", ownerOnly);
            Files.writeString(beside, text.toString());
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
