package masar.sealing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.sealing.ErasureCertificate;
import masar.shared.Subject;

/** The ledger of erasures as a text file, one certificate a line; holds ids, codes and times only. */
record LedgerFile(Path path) {

    private static final String HEAD = "masar erasures 1";

    LedgerFile(String path) {
        this(Path.of(path));
    }

    int write(List<ErasureCertificate> ledger) {
        try {
            Files.writeString(
                    path,
                    ledger.stream().map(ErasureCertificate::line).collect(Collectors.joining("\n", HEAD + "\n", "\n")));
            return ledger.size();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Empty when there is no such file or it is not a ledger, whole and well formed. */
    Optional<List<ErasureCertificate>> read() {
        try {
            var lines = Files.readAllLines(path);
            return lines.isEmpty() || !lines.getFirst().equals(HEAD)
                    ? Optional.empty()
                    : Optional.of(lines.stream()
                            .skip(1)
                            .filter(line -> !line.isBlank())
                            .map(LedgerFile::certificate)
                            .toList());
        } catch (IOException | IllegalArgumentException | DateTimeException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static ErasureCertificate certificate(String line) {
        String[] part = line.split("\t");
        return new ErasureCertificate(
                UUID.fromString(part[0]),
                new Subject(part[1], UUID.fromString(part[2])),
                part[3],
                UUID.fromString(part[4]),
                UUID.fromString(part[5]),
                Instant.parse(part[6]),
                Integer.parseInt(part[7]),
                Instant.parse(part[8]));
    }
}
