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
 * @param key the file of the root key; null when it comes from the environment variable MASAR_KEY
 */
public record CommandLine(
        List<String> words,
        int port,
        Path data,
        boolean empty,
        @Nullable Path countries,
        @Nullable Path key) {

    public static final String HELP = """
            Usage: masar [--port N] [--data DIR] [--key FILE] [--countries DIR] [--empty] [VERB …]
              --port N         where browsers call (default 8080)
              --data DIR       where Masar keeps its database (default .masar in the present folder)
              --key FILE       the key that opens what is sealed (default: beside the data folder, DIR.key)
              --countries DIR  country packs beside the shipped ones
              --empty          no invented people; the first administrator is created by a one-time link
              MASAR_KEY_FILE=FILE, or MASAR_KEY=… (32 bytes in base 64), instead of --key
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
            } else if (List.of("--port", "--data", "--countries", "--key").contains(argument)
                    && i + 1 < arguments.length) {
                options.put(argument, arguments[++i]);
            } else {
                throw new CannotStart("option " + argument + " is unknown or has no value.", HELP);
            }
        }
        if (options.containsKey("--help")) {
            words.add("help");
        }
        String countries = options.get("--countries");
        Path data = Path.of(options.getOrDefault("--data", ".masar"))
                .toAbsolutePath()
                .normalize();
        return new CommandLine(
                List.copyOf(words),
                port(options.getOrDefault("--port", "8080")),
                data,
                options.containsKey("--empty"),
                countries == null ? null : folder(countries),
                key(options.get("--key"), data));
    }

    /** The option, else the environment, else a file beside the data folder; never inside of it. */
    private static @Nullable Path key(@Nullable String option, Path data) {
        String given = option != null ? option : System.getenv("MASAR_KEY_FILE");
        if (given == null && System.getenv("MASAR_KEY") != null) {
            return null;
        }
        Path key = given != null
                ? Path.of(given).toAbsolutePath().normalize()
                : data.resolveSibling(data.getFileName() + ".key");
        if (key.startsWith(data)) {
            throw new CannotStart(
                    "the key " + key + " would lie in the data folder: whoever takes one takes both.",
                    "name a file elsewhere: --key FILE");
        }
        return key;
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
        if (key != null) {
            properties.put("masar.root-key-file", key.toString());
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
