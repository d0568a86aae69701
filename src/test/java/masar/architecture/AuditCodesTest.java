package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the code base enters in the audit has words. */
class AuditCodesTest {

    private static final Pattern ENTERED =
            Pattern.compile("\\b(audit|trail)\\.(?:read|done|refused|tell|note)\\(([^;]*);");
    private static final Pattern ACTED = Pattern.compile("(pages)\\.act\\((.*?)\\(\\) ->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[a-z.-]*)\"");

    @Test
    void everyCodeHasWords() throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages/audit_ar.properties"))) {
            words.load(reader);
        }
        var codes = codes();
        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(codes.stream()
                        .map(code -> "audit.act." + code)
                        .filter(key -> words.keySet().stream()
                                .map(Object::toString)
                                .noneMatch(known -> key.endsWith(".") ? known.startsWith(key) : known.equals(key))))
                .isEmpty();
    }

    /** What stands in the calls, a code or the beginning of one; those of the module's own trail without its name. */
    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                Stream.of(ENTERED, ACTED)
                        .flatMap(pattern -> pattern.matcher(text).results())
                        .forEach(call -> {
                            String prefix = call.group(1).equals("trail")
                                            && file.toString().contains("/screening/")
                                    ? "screening."
                                    : "";
                            CODE.matcher(call.group(2))
                                    .results()
                                    .map(code -> code.group(1))
                                    .filter(code -> !code.startsWith("screening.") || prefix.isEmpty())
                                    .filter(code -> !code.matches("[a-z]+\\.refused\\..*"))
                                    .forEach(code -> codes.add(prefix + code));
                        });
            }
        }
        return codes;
    }
}
