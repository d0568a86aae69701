package masar.country.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import masar.country.PackFolder;
import masar.country.PackProblem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where packs lie: in the jar under {@code countries/}, and in a directory the operator names, which wins. */
public final class PackSource {

    /** In bytes; the largest file of a pack is a form of some 100 kB. */
    private static final int LARGEST_FILE = 5_000_000;

    private static final int MOST_FILES = 2_000;

    private PackSource() {}

    /** The pack of a country (code in lower case) from the jar. Throws {@link PackProblem} when it has none. */
    public static PackFolder inJar(String country) {
        return folder(country, jar(country), jar(PackFolder.SHARED));
    }

    /** The files of one folder of {@code countries/} in the jar by path; empty when there is no such folder. */
    static NavigableMap<String, byte[]> jar(String country) {
        String root = "countries/" + country + "/";
        NavigableMap<String, byte[]> contents = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "**")) {
                String url = resource.getURL().toString();
                if (resource.isReadable() && !url.endsWith("/")) {
                    String path = url.substring(url.lastIndexOf(root) + root.length());
                    try (InputStream in = resource.getInputStream()) {
                        contents.put(path, bounded(country, path, in));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return contents;
    }

    /**
     * The pack of a country from {@code countries/<code>} below a directory, over the shared files of that directory or,
     * when it has none, over those of the jar. Links are not followed.
     */
    public static PackFolder inDirectory(Path countries, String country) {
        var shared = directory(countries, PackFolder.SHARED);
        return folder(country, directory(countries, country), shared.isEmpty() ? jar(PackFolder.SHARED) : shared);
    }

    private static NavigableMap<String, byte[]> directory(Path countries, String country) {
        Path root = countries.resolve(country);
        NavigableMap<String, byte[]> contents = new TreeMap<>();
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : regularFiles(paths)) {
                    String inside = root.relativize(path).toString().replace('\\', '/');
                    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                        contents.put(inside, bounded(country, inside, in));
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return contents;
    }

    private static List<Path> regularFiles(Stream<Path> paths) {
        return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .limit(MOST_FILES + 1L)
                .toList();
    }

    private static byte[] bounded(String country, String path, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new PackProblem(country + "/" + path, 0, "larger than " + LARGEST_FILE + " bytes");
        }
        return bytes;
    }

    private static PackFolder folder(
            String country, NavigableMap<String, byte[]> own, NavigableMap<String, byte[]> shared) {
        if (own.isEmpty()) {
            throw new PackProblem(country, 0, "there is no pack for this country");
        }
        if (own.size() > MOST_FILES || shared.size() > MOST_FILES) {
            throw new PackProblem(country, 0, "more than " + MOST_FILES + " files");
        }
        return new PackFolder(country, own, shared);
    }
}
