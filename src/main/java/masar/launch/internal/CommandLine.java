package masar.launch.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
 * @param packs which country is served, and where its pack may stand
 * @param key the file of the root key; null when it comes from the environment variable MASAR_KEY
 * @param auditKey file of the key that signs the audit trail; never inside the data folder
 * @param clamAv HOST:PORT of the scanner for uploads, or null
 */
public record CommandLine(
        List<String> words,
        int port,
        Path data,
        boolean empty,
        Packs packs,
        @Nullable Path key,
        Path auditKey,
        @Nullable String clamAv) {

    public static final String HELP = """
            Usage: masar [--port N] [--data DIR] [--key FILE] [--audit-key FILE] [--country XX] [--countries DIR]
                         [--empty] [VERB …]
              --port N         where browsers call (default 8080)
              --data DIR       where Masar keeps its database (default .masar in the present folder)
              --key FILE       the key that opens what is sealed (default: beside the data folder, DIR.key)
              --country XX     the country it serves, by its two-letter code (default lb)
              --countries DIR  country packs beside the shipped ones
              --audit-key FILE key that signs the audit trail (default: beside the data folder, DIR.audit.key;
                               also MASAR_AUDIT_KEY_FILE); keep a copy elsewhere, never inside the data folder
              --clamav HOST:PORT  ClamAV's daemon scans each uploaded file (also MASAR_CLAMAV); while it does not answer,
                               uploads are refused
              --empty          no invented people; the first administrator is created by a one-time link
              MASAR_KEY_FILE=FILE, or MASAR_KEY=… (32 bytes in base 64), instead of --key
              MASAR_DATABASE_URL=jdbc:postgresql://…  uses that PostgreSQL instead of the embedded one
            Without a verb Masar serves its pages. Verbs:""";

    private static final List<String> VALUED =
            List.of("--port", "--data", "--country", "--countries", "--key", "--audit-key", "--clamav");

    /**
     * What is asked about countries.
     *
     * @param country two small letters
     * @param directory a folder with country packs beside the shipped ones, or null
     */
    public record Packs(String country, @Nullable Path directory) {}

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
            } else if (VALUED.contains(argument) && i + 1 < arguments.length) {
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
                new Packs(
                        country(options.getOrDefault("--country", "lb")), countries == null ? null : folder(countries)),
                key(options.get("--key"), data),
                auditKey(options.get("--audit-key"), data),
                options.getOrDefault("--clamav", System.getenv("MASAR_CLAMAV")));
    }

    /** The option, else the environment, else a file beside the data folder; null when MASAR_KEY holds the key itself. */
    private static @Nullable Path key(@Nullable String option, Path data) {
        String given = option != null ? option : System.getenv("MASAR_KEY_FILE");
        return given == null && System.getenv("MASAR_KEY") != null ? null : outside(data, given, ".key", "--key");
    }

    private static Path auditKey(@Nullable String option, Path data) {
        String given = option != null ? option : System.getenv("MASAR_AUDIT_KEY_FILE");
        return outside(data, given, ".audit.key", "--audit-key");
    }

    /** Whoever takes the data folder must not get its keys as well. */
    private static Path outside(Path data, @Nullable String given, String ending, String option) {
        Path key = given == null || given.isBlank()
                ? data.resolveSibling(data.getFileName() + ending)
                : Path.of(given).toAbsolutePath().normalize();
        if (key.startsWith(data)) {
            throw new CannotStart(
                    "the key " + key + " would lie in the data folder: whoever takes one takes both.",
                    "name a file elsewhere: " + option + " FILE");
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

    private static String country(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        if (!code.matches("[a-z]{2}")) {
            throw new CannotStart("country " + text + " is not a two-letter code.", "for example: ./run --country jo");
        }
        return code;
    }

    public boolean serves() {
        return words.isEmpty();
    }

    /** What Spring must know of the options. */
    public Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("masar.data", data.toString());
        properties.put("masar.country", packs.country());
        properties.put("masar.audit.key", auditKey.toString());
        if (packs.directory() != null) {
            properties.put("masar.countries.directory", packs.directory().toString());
        }
        if (key != null) {
            properties.put("masar.root-key-file", key.toString());
        }
        if (clamAv != null && !clamAv.isBlank()) {
            properties.put("masar.clamav", clamAv);
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
