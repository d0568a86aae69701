package masar.launch.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migration files of all modules in this build.
 *
 * @param modules that keep anything, by the names of their migration folders
 * @param fingerprint SHA-256, in hexadecimal digits, of every file's name and content: another file, another fingerprint
 */
record MigrationFiles(SortedSet<String> modules, String fingerprint) {

    static final String FOLDER = "db/migration/";

    static MigrationFiles found() {
        try {
            var files = new TreeMap<String, Resource>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/*")) {
                String address = file.getURL().toString();
                files.put(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()), file);
            }
            var modules = new TreeSet<String>();
            files.keySet().forEach(path -> modules.add(path.substring(0, path.indexOf('/'))));
            return new MigrationFiles(modules, fingerprint(files));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String fingerprint(Map<String, Resource> files) throws IOException {
        MessageDigest all = sha256();
        for (var file : files.entrySet()) {
            all.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            all.update(sha256().digest(file.getValue().getContentAsByteArray()));
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
