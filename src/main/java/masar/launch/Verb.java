package masar.launch;

import java.io.PrintStream;
import java.util.List;

/**
 * One word of the command line, {@code masar VERB …}. A module offers a verb by declaring a bean; the verb runs with
 * the application's beans and database but without a listening port.
 */
public interface Verb {

    /** The words that call it, for example {@code import htcds}. */
    String words();

    /** One line for {@code masar help}: arguments and meaning, in English. */
    String help();

    /** Runs and returns the exit code: 0 when everything asked was done. */
    int run(List<String> arguments, PrintStream out);
}
