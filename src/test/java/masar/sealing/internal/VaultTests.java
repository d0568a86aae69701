package masar.sealing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import masar.people.OwnMasar;
import masar.sealing.Opened;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** The root keys lie in a key management service: Masar makes no file and works as before. */
class VaultTests {

    @TempDir
    Path directory;

    @Test
    void theRootMayLieInAKeyManagementService() {
        var place = Place.of("casefile.person.sealed", UUID.randomUUID(), new Subject("case", UUID.randomUUID()));
        byte[] sealed;
        Path data = directory.resolve("data");
        try (var masar = new OwnMasar(data, false, List.of(), OfficeVault.class)) {
            sealed = masar.bean(TransactionTemplate.class)
                    .execute(status -> masar.bean(Sealing.class).seal(place, new byte[] {7}));
            assertThat(masar.run("keys rotate")).startsWith("0 ").contains("the key management service");
        }
        assertThat(directory.resolve("data.key")).doesNotExist();
        try (var masar = new OwnMasar(data, false, List.of(), OfficeVault.class)) {
            assertThat(masar.bean(Sealing.class).open(place, sealed)).isInstanceOf(Opened.Content.class);
            assertThat(masar.run("keys check")).startsWith("0 ");
        }
    }
}
