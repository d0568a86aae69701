package masar.sealing.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import masar.launch.Verb;
import masar.sealing.Erasure;
import masar.sealing.ForgedSeal;
import masar.sealing.KeyRotation;
import masar.shared.CurrentViewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code masar keys …}: what an operator does with keys. */
@Configuration
class KeyVerbs {

    private record KeyVerb(String words, String help, int arguments, Function<Call, Integer> work) implements Verb {

        @Override
        public int run(List<String> given, PrintStream out) {
            if (given.size() != arguments) {
                out.println("Usage: masar " + words + " " + help);
                return 1;
            }
            return CurrentViewer.as(new KeyKeeper(), () -> work.apply(new Call(given, out)));
        }
    }

    private record Call(List<String> arguments, PrintStream out) {}

    @Bean
    Verb keysRotate(KeyRotation rotation, Roots roots) {
        return new KeyVerb("keys rotate", "  new keys wrap everything; may be interrupted and run again", 0, call -> {
            var rotated = rotation.rotate();
            call.out()
                    .println("Wrapped anew: " + rotated.organisationKeys() + " keys of organisations, "
                            + rotated.subjectKeys() + " keys of people's data.");
            call.out()
                    .println("The root key in " + roots.origin()
                            + " is a new one: copy it to where the former copy lies.");
            call.out()
                    .println(
                            "Backups made before now open with the former copy only: keep it until they have expired.");
            return 0;
        });
    }

    @Bean
    Verb keysCheck(KeyRotation rotation) {
        return new KeyVerb("keys check", "  opens every wrapped key", 0, call -> {
            try {
                var checked = rotation.check();
                call.out()
                        .println("Opened: " + checked.organisationKeys() + " keys of organisations, "
                                + checked.subjectKeys() + " keys of people's data; destroyed on purpose: "
                                + checked.destroyed() + ".");
                return 0;
            } catch (ForgedSeal broken) {
                call.out().println("Not genuine: " + broken.getMessage() + ".");
                return 1;
            }
        });
    }

    @Bean
    Verb keysLedger(Erasure erasure) {
        return new KeyVerb(
                "keys ledger", "FILE   writes the ledger of erasures; keep it apart from the backups", 1, call -> {
                    int written = new LedgerFile(call.arguments().getFirst()).write(erasure.ledger());
                    call.out().println(written + " erasures written.");
                    return 0;
                });
    }

    @Bean
    Verb keysReplayErasures(Erasure erasure) {
        return new KeyVerb(
                "keys replay-erasures", "LEDGER   erases again, after a restore, what was erased", 1, call -> {
                    var ledger = new LedgerFile(call.arguments().getFirst()).read();
                    if (ledger.isEmpty()) {
                        call.out()
                                .println("There is no ledger in "
                                        + call.arguments().getFirst() + ".");
                        return 1;
                    }
                    call.out()
                            .println("Erased again: " + erasure.replay(ledger.get()) + " of "
                                    + ledger.get().size() + ".");
                    return 0;
                });
    }
}
