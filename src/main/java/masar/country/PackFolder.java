package masar.country;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one country's pack, held in memory as they were at start-up. It does not matter whether they came from
 * the jar or from a directory. Under them lie the files that all countries share: a file of the country stands instead
 * of the shared one at the same path.
 */
public final class PackFolder {

    /** The folder beside the countries whose files they all share. */
    public static final String SHARED = "shared";

    private final String country;
    private final NavigableMap<String, PackFile> files = new TreeMap<>();
    private final NavigableMap<String, PackFile> own = new TreeMap<>();
    private final NavigableMap<String, PackFile> shared = new TreeMap<>();

    /** A country that shares nothing; keys are paths inside the pack with {@code /} between folders. */
    public PackFolder(String country, NavigableMap<String, byte[]> own) {
        this(country, own, Collections.emptyNavigableMap());
    }

    /** Files of the country over shared ones; keys are paths inside the pack with {@code /} between folders. */
    public PackFolder(String country, NavigableMap<String, byte[]> own, NavigableMap<String, byte[]> shared) {
        this.country = country;
        put(SHARED, shared, this.shared);
        put(country, own, this.own);
        files.putAll(this.shared);
        files.putAll(this.own);
    }

    private static void put(String label, Map<String, byte[]> contents, Map<String, PackFile> files) {
        contents.forEach((path, bytes) -> files.put(path, new PackFile(label + "/" + path, path, bytes)));
    }

    /** The country's code in lower case, which is the folder's name. */
    public String country() {
        return country;
    }

    /** The file at this path inside the pack. Throws {@link PackProblem} when there is none. */
    public PackFile file(String path) {
        PackFile file = files.get(path);
        if (file == null) {
            throw new PackProblem(country + "/" + path, 0, "the file is missing");
        }
        return file;
    }

    /**
     * The shared file and the country's own at this path, in this order, for what is put together entry by entry; at
     * least one. Throws {@link PackProblem} when there is none.
     */
    public List<PackFile> layers(String path) {
        file(path);
        return Stream.of(shared, own)
                .map(layer -> layer.get(path))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every file that counts: the country's own, and the shared ones that none of them replaces. */
    public List<PackFile> all() {
        return List.copyOf(files.values());
    }

    public boolean has(String path) {
        return files.containsKey(path);
    }

    /** Files below a folder (such as {@code wordlists}) whose name ends like this (such as {@code .csv}), in order. */
    public List<PackFile> list(String folder, String ending) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return files.values().stream()
                .filter(file -> file.path().startsWith(prefix) && file.path().endsWith(ending))
                .toList();
    }

    /** Names of the folders directly below a folder, in order; {@code procedure} gives its editions. */
    public List<String> folders(String folder) {
        String prefix = folder + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }
}
