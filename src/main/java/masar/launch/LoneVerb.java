package masar.launch;

import java.io.PrintStream;
import java.util.List;

/**
 * A word of the command line that needs neither the database nor the application, such as checking a file on a machine
 * that holds nothing else. A module offers one as a service ({@code META-INF/services/masar.launch.LoneVerb}).
 */
public interface LoneVerb {

    /** The words that call it. */
    String words();

    /** One line for {@code masar help}: arguments and meaning, in English. */
    String help();

    /** Whether it takes these arguments; if not, the verb of the same words that works with the database does. */
    boolean takes(List<String> arguments);

    /** Runs and returns the exit code. */
    int run(List<String> arguments, PrintStream out);
}
