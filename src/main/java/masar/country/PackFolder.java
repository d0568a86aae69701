package masar.country;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The files of one country's pack, held in memory as they were at start-up. It does not matter whether they came from
 * the jar or from a directory.
 */
public final class PackFolder {

    private final String country;
    private final NavigableMap<String, PackFile> files = new TreeMap<>();

    /** A folder of these files; keys are paths inside the pack with {@code /} between folders. */
    public PackFolder(String country, NavigableMap<String, byte[]> contents) {
        this.country = country;
        contents.forEach((path, bytes) -> files.put(path, new PackFile(country + "/" + path, path, bytes)));
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
