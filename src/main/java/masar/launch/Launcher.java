package masar.launch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import masar.launch.internal.CommandLine;
import masar.launch.internal.Database;
import masar.launch.internal.HttpPort;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs Masar from a command line: opens the data folder, starts the database, then Spring, and answers with an exit
 * code. The database stops after Spring has.
 */
public final class Launcher {

    private final Class<?>[] sources;

    /** With the configuration classes of the application; the demonstration adds its own. */
    public Launcher(Class<?>... sources) {
        this.sources = sources.clone();
    }

    /**
     * Serves pages when the arguments hold options only, or runs the verb they name. Returns 0 when the verb succeeded
     * or the server is up, 2 when it cannot start, or the verb's own code.
     */
    public int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            var commandLine = CommandLine.parse(arguments);
            if (commandLine.serves()) {
                serve(commandLine);
                return 0;
            }
            for (LoneVerb verb : ServiceLoader.load(LoneVerb.class)) {
                var given = after(verb.words(), commandLine).filter(verb::takes);
                if (given.isPresent()) {
                    return verb.run(given.get(), out);
                }
            }
            return runVerb(commandLine, out);
        } catch (CannotStart cannot) {
            err.println();
            err.println("Masar cannot start: " + cannot.getMessage());
            err.println("What to do: " + cannot.cure());
            return 2;
        } catch (RuntimeException failure) {
            if (SpringFailure.wasReported(failure)) {
                return 2;
            }
            throw failure;
        }
    }

    private void serve(CommandLine commandLine) {
        HttpPort.requireFree(commandLine.port());
        var database = Database.begin(commandLine);
        SpringApplication.getShutdownHandlers().add(database::close);
        start(commandLine, database, Map.of("server.port", commandLine.port()));
    }

    private int runVerb(CommandLine commandLine, PrintStream out) {
        try (var database = Database.beginOrAttach(commandLine);
                var context = start(commandLine, database, Map.of("server.port", -1, "masar.verb", true))) {
            var verbs = context.getBeansOfType(Verb.class).values();
            for (Verb verb : verbs) {
                var arguments = after(verb.words(), commandLine);
                if (arguments.isPresent()) {
                    return verb.run(arguments.get(), out);
                }
            }
            return printHelp(commandLine, verbs, out);
        }
    }

    private ConfigurableApplicationContext start(CommandLine commandLine, Database database, Map<String, Object> more) {
        var properties = new java.util.HashMap<String, Object>(database.properties());
        properties.putAll(commandLine.properties());
        properties.putAll(more);
        var application = new SpringApplication(sources);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("database", database));
        return application.run();
    }

    /** What stands on the command line after these words; empty when it does not begin with them. */
    private static Optional<List<String>> after(String verb, CommandLine commandLine) {
        var words = List.of(verb.split(" "));
        var given = commandLine.words();
        return given.size() >= words.size() && given.subList(0, words.size()).equals(words)
                ? Optional.of(given.subList(words.size(), given.size()))
                : Optional.empty();
    }

    private static int printHelp(CommandLine commandLine, Iterable<Verb> verbs, PrintStream out) {
        boolean asked = commandLine.words().getFirst().equals("help");
        if (!asked) {
            out.println("No such verb: " + String.join(" ", commandLine.words()));
        }
        out.println(CommandLine.HELP);
        var lines = new ArrayList<String>();
        verbs.forEach(verb -> lines.add("  " + verb.words() + " " + verb.help()));
        ServiceLoader.load(LoneVerb.class).forEach(verb -> lines.add("  " + verb.words() + " " + verb.help()));
        lines.stream().sorted().forEach(out::println);
        return asked ? 0 : 2;
    }

    private static final class SpringFailure {

        /** Spring prints a failure that an analyzer understood; what remains is the exit code. */
        static boolean wasReported(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Explained) {
                    return true;
                }
            }
            return false;
        }
    }
}
