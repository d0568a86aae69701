package masar.oversight.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import masar.access.Accounts;
import masar.audit.AuditTree;
import masar.audit.SealedHead;
import masar.audit.TrailCheck;
import masar.audit.TrailUnreadable;
import masar.launch.Verb;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs that work on the trail in the database: export it, show its newest head, check it. */
@Configuration
class AuditVerbs {

    private static final String VIEWER = "audit-export";
    private static final String NEW_KEY = "--new-key";

    private final AuditTree tree;
    private final Accounts accounts;

    AuditVerbs(AuditTree tree, Accounts accounts) {
        this.tree = tree;
        this.accounts = accounts;
    }

    private interface Work {
        int run(Viewer viewer, List<String> arguments, PrintStream out);
    }

    private record NamedVerb(String words, String help, Accounts accounts, Work work) implements Verb {

        @Override
        public int run(List<String> arguments, PrintStream out) {
            var viewer = accounts.system(VIEWER);
            try {
                return CurrentViewer.as(viewer, () -> work.run(viewer, arguments, out));
            } catch (AuditTree.KeyChanged changed) {
                out.println(changed.getMessage());
                return 2;
            } catch (UncheckedIOException unusable) {
                out.println("A file cannot be read or written: " + unusable.getCause());
                return 2;
            }
        }
    }

    @Bean
    Verb auditExport() {
        return new NamedVerb(
                "audit export", "FILE [--force]   the whole audit trail, as JSON lines", accounts, this::export);
    }

    @Bean
    Verb auditHead() {
        return new NamedVerb(
                "audit head",
                "[" + NEW_KEY + "]   signs what is new and shows the head for a second body to keep",
                accounts,
                this::head);
    }

    @Bean
    Verb auditVerify() {
        return new NamedVerb(
                CheckFileVerb.WORDS, "[--head HEAD …]   checks the trail in the database", accounts, this::verify);
    }

    private int export(Viewer viewer, List<String> arguments, PrintStream out) {
        boolean force = arguments.contains("--force");
        var files = arguments.stream().filter(each -> !each.startsWith("--")).toList();
        if (files.size() != 1 || arguments.size() != (force ? 2 : 1)) {
            out.println("Usage: masar audit export FILE [--force]");
            return 2;
        }
        Path file = Path.of(files.getFirst()).toAbsolutePath();
        if (Files.exists(file) && !force) {
            out.println("The file " + file + " exists. To overwrite it: --force");
            return 2;
        }
        out.println(tree.export(viewer, file) + " entries written to " + file + ".");
        out.println("It holds ids and codes, no names; still, keep it where only those who must read it can.");
        return 0;
    }

    private int head(Viewer viewer, List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty() && !arguments.equals(List.of(NEW_KEY))) {
            out.println("Usage: masar audit head [" + NEW_KEY + "]");
            return 2;
        }
        var head = arguments.isEmpty() ? tree.seal() : tree.sealWithNewKey();
        if (head.isEmpty()) {
            out.println("The trail is empty.");
            return 0;
        }
        show(head.get(), out);
        return 0;
    }

    private static void show(SealedHead head, PrintStream out) {
        out.println(
                "The trail held " + head.size() + " entries at " + head.at() + "; signed with key " + head.key() + ".");
        out.println();
        out.println(head.text());
        out.println();
        out.print(QrPicture.text(head.text()));
        out.println(
                "Keep this word or picture where nobody who works with the database can change it. Check against it:");
        out.println("  masar audit verify FILE --head " + head.text());
    }

    private int verify(Viewer viewer, List<String> arguments, PrintStream out) {
        var heads = CheckFileVerb.heads(arguments);
        if (heads == null) {
            out.println("Usage: masar audit verify [FILE] [--head HEAD …]");
            return 2;
        }
        try {
            Path folder = Files.createTempDirectory("masar-audit");
            Path file = folder.resolve("trail.jsonl");
            try {
                tree.export(viewer, file);
                return CheckFileVerb.tell(TrailCheck.check(file, heads), out);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (TrailUnreadable unreadable) {
            out.println("Cannot be checked: " + unreadable.getMessage() + ".");
            return 2;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
