package masar.launch.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import masar.launch.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * What was asked on the command line: options, then the words of a verb. No words: serve.
 *
 * @param words the verb and its arguments, as typed
 * @param port where browsers call, 0 for any free one
 * @param data the data folder
 * @param empty start without an invented world; the first administrator is created by a one-time link
 * @param countries a folder with country packs beside the shipped ones, or null
 */
public record CommandLine(
        List<String> words,
        int port,
        Path data,
        boolean empty,
        @Nullable Path countries) {

    public static final String HELP = """
            Usage: masar [--port N] [--data DIR] [--countries DIR] [--empty] [VERB …]
              --port N         where browsers call (default 8080)
              --data DIR       where Masar keeps its database (default .masar in the present folder)
              --countries DIR  country packs beside the shipped ones
              --empty          no invented people; the first administrator is created by a one-time link
              MASAR_DATABASE_URL=jdbc:postgresql://…  uses that PostgreSQL instead of the embedded one
            Without a verb Masar serves its pages. Verbs:""";

    /** Reads the arguments; an unknown option or a bad number is refused with the usage. */
    public static CommandLine parse(String[] arguments) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!words.isEmpty() || !argument.startsWith("--")) {
                words.add(argument);
            } else if (argument.equals("--empty") || argument.equals("--help")) {
                options.put(argument, "");
            } else if (List.of("--port", "--data", "--countries").contains(argument) && i + 1 < arguments.length) {
                options.put(argument, arguments[++i]);
            } else {
                throw new CannotStart("option " + argument + " is unknown or has no value.", HELP);
            }
        }
        if (options.containsKey("--help")) {
            words.add("help");
        }
        String countries = options.get("--countries");
        return new CommandLine(
                List.copyOf(words),
                port(options.getOrDefault("--port", "8080")),
                Path.of(options.getOrDefault("--data", ".masar"))
                        .toAbsolutePath()
                        .normalize(),
                options.containsKey("--empty"),
                countries == null ? null : folder(countries));
    }

    /** Passing over a folder that is not there would serve the shipped pack in silence. */
    private static Path folder(String countries) {
        Path folder = Path.of(countries).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new CannotStart(
                    "the folder of country packs " + folder + " does not exist.",
                    "name a folder that holds one folder for each country: ./run --countries DIR");
        }
        return folder;
    }

    public boolean serves() {
        return words.isEmpty();
    }

    /** What Spring must know of the options. */
    public Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("masar.data", data.toString());
        if (countries != null) {
            properties.put("masar.countries.directory", countries.toString());
        }
        return properties;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw new CannotStart("port " + text + " is not a number from 0 to 65535.", "for example: ./run --port 8081");
    }
}
