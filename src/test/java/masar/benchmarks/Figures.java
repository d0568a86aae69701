package masar.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What drills measured, in docs/performance.md: a table for each drill, replaced by the next run. */
public final class Figures {

    private Figures() {}

    /**
     * Writes the table between the marks of this name, at the end when there are none yet.
     *
     * @param how what was done, in a few words
     * @param lines rows: what, measured, aim
     */
    public static void write(String name, String how, List<String> lines) throws IOException {
        Path file = Path.of("docs/performance.md");
        String text = Files.readString(file);
        String begin = "<!-- " + name + " -->";
        String end = "<!-- /" + name + " -->";
        if (!text.contains(begin)) {
            text = text.stripTrailing() + "\n\n" + begin + "\n" + end + "\n";
        }
        String table = """
                %s
                Measured on %s, %d cores, Java %s: %s. Repeat: `./test --drills`.

                | what | measured | aim |
                |---|---|---|
                %s
                %s""".formatted(
                        begin,
                        Instant.now().toString().substring(0, 10),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        how,
                        String.join("\n", lines),
                        end);
        Files.writeString(
                file,
                Pattern.compile(begin + ".*" + end, Pattern.DOTALL)
                        .matcher(text)
                        .replaceFirst(Matcher.quoteReplacement(table)));
    }
}
