package masar.oversight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import masar.Application;
import masar.access.Accounts;
import masar.audit.Audit;
import masar.audit.AuditTree;
import masar.audit.AuditTree.KeyChanged;
import masar.audit.SealedHead;
import masar.exchange.internal.RunningMasar;
import masar.launch.Launcher;
import masar.launch.internal.CommandLine;
import masar.shared.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** The tree grows in a real database, and the verbs export, show and check it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SealingTests {

    private static final Subject SOMETHING = new Subject("case", UUID.randomUUID());

    @TempDir
    static Path folder;

    private static RunningMasar masar;

    @BeforeAll
    static void start() {
        masar = new RunningMasar(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        masar.close();
    }

    private static SealedHead seal() {
        var sealer = masar.bean(Accounts.class).system("audit-seal");
        return RunningMasar.as(sealer, () -> masar.bean(AuditTree.class).seal()).orElseThrow();
    }

    @Test
    @Order(1)
    void entriesGetPlacesWithoutGapsWhateverBecameOfTheirNumbers() {
        var transaction = masar.bean(TransactionTemplate.class);
        var audit = masar.bean(Audit.class);
        for (int i = 0; i < 30; i++) {
            boolean forgotten = i % 5 == 0;
            transaction.executeWithoutResult(status -> {
                audit.read(SOMETHING, "casefile.person");
                if (forgotten) {
                    status.setRollbackOnly();
                }
            });
        }
        var head = seal();
        assertThat(head.size()).isEqualTo(24).isEqualTo(masar.count("select count(*) from audit.entry"));
        assertThat(masar.count("select max(number) from audit.entry")).isGreaterThan(24);
        assertThat(masar.count("select max(position) from audit.leaf")).isEqualTo(23);
    }

    @Test
    @Order(2)
    void anEntryThatCommitsLateComesInBehindThoseThatWereSealedBefore() throws Exception {
        var audit = masar.bean(Audit.class);
        var written = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> late =
                    threads.submit(() -> masar.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                        audit.read(SOMETHING, "casefile.person");
                        written.countDown();
                        await(sealed);
                    }));
            written.await();
            audit.read(SOMETHING, "casefile.take");
            assertThat(seal().size()).isEqualTo(25);
            sealed.countDown();
            late.get();
        }
        assertThat(seal().size()).isEqualTo(26);
        assertThat(masar.count("select (select entry from audit.leaf where position = 25)::int"
                        + " - (select entry from audit.leaf where position = 24)::int"))
                .isNegative();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    @Order(3)
    void severalAtOnceMakeOneTree() throws Exception {
        var audit = masar.bean(Audit.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new java.util.ArrayList<Future<?>>();
            for (int i = 0; i < 6; i++) {
                all.add(threads.submit(() -> {
                    for (int j = 0; j < 20; j++) {
                        audit.read(SOMETHING, "casefile.person");
                        seal();
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        var head = seal();
        assertThat(head.size()).isEqualTo(146);
        assertThat(masar.run("audit verify").code()).isZero();
    }

    @Test
    @Order(4)
    void theVerbsExportShowAndCheck() throws Exception {
        Path file = folder.resolve("trail.jsonl");
        var exported = masar.run("audit export", file.toString());
        assertThat(exported.code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("\"act\":\"audit.export\"");
        assertThat(masar.run("audit export", file.toString()).code()).isEqualTo(2);
        var shown = masar.run("audit head");
        assertThat(shown.code()).isZero();
        String head = Pattern.compile("masar-head-1\\.\\S+")
                .matcher(String.join("\n", shown.lines()))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(check(file.toString())).isZero();
        assertThat(check(file.toString(), "--head", head)).isZero();
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("casefile\\.take", "casefile.list"));
        assertThat(check(file.toString())).isEqualTo(1);
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThat(check(file.toString())).isEqualTo(2);
        assertThat(check(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(check(file.toString(), "--head")).isEqualTo(2);
    }

    /** Neither Spring nor PostgreSQL: a data folder that does not exist is not made. */
    private static int check(String... arguments) {
        var words = new java.util.ArrayList<>(
                List.of("--data", folder.resolve("never").toString(), "audit", "verify"));
        words.addAll(List.of(arguments));
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int code = new Launcher(Application.class).run(words.toArray(String[]::new), out, out);
        assertThat(folder.resolve("never")).doesNotExist();
        return code;
    }

    @Test
    @Order(5)
    void theKeyLiesOutsideOfTheDataFolderForItsOwnerOnly() throws Exception {
        Path key = folder.resolve("data.audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        String inside = folder.resolve("data/key").toString();
        assertThatThrownBy(() -> CommandLine.parse(
                        new String[] {"--data", folder.resolve("data").toString(), "--audit-key", inside}))
                .hasMessageContaining("would lie in the data folder");
    }

    @Test
    @Order(6)
    void whoeverRewritesTheDatabaseIsFound() {
        masar.administrator("update audit.entry set act = 'casefile.list' where act = 'casefile.take'");
        var found = masar.run("audit verify");
        assertThat(found.code()).isEqualTo(1);
        assertThat(String.join("\n", found.lines())).contains("ALTERED", "position 24,");
    }

    @Test
    @Order(7)
    void anotherKeyDoesNotSignUnasked() throws Exception {
        Path key = folder.resolve("data.audit.key");
        masar.close();
        Files.delete(key);
        masar = new RunningMasar(folder.resolve("data"));
        masar.bean(Audit.class).read(SOMETHING, "casefile.person");
        assertThatThrownBy(SealingTests::seal).isInstanceOf(KeyChanged.class);
        assertThat(masar.run("audit head").code()).isEqualTo(2);
        assertThat(masar.run("audit head", "--new-key").code()).isZero();
    }
}
