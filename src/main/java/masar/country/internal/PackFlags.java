package masar.country.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import masar.country.PackEntry;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.country.PackRow;

/**
 * How many facts of a folder are still to be verified, and which of them claim to be verified although their own source
 * says that nobody has read one. Counted are the country's own files.
 */
final class PackFlags {

    private static final String VERIFIED = "verified";
    private static final String SOURCE = "source";

    /** How packs say that no source was read. */
    private static final Pattern UNREAD = Pattern.compile(
            "no source|general knowledge|from memory|to be checked|to be verified|unofficial|estimated|secondary|not known"
                    + "|working value|a proposal",
            Pattern.CASE_INSENSITIVE);

    private final List<PackProblem> problems = new ArrayList<>();
    private final TreeMap<String, Integer> unverified = new TreeMap<>();
    private final String own;
    private int facts;

    private PackFlags(String own) {
        this.own = own;
    }

    static PackFlags of(PackFolder folder) {
        var flags = new PackFlags(folder.country() + "/");
        for (PackFile file : folder.all()) {
            try {
                flags.look(file);
            } catch (PackProblem unreadable) {
                flags.problems.add(unreadable);
            }
        }
        return flags;
    }

    List<PackProblem> problems() {
        return problems;
    }

    int facts() {
        return facts;
    }

    /** Number of facts to be verified in each of the country's files that has any. */
    TreeMap<String, Integer> unverified() {
        return unverified;
    }

    private void look(PackFile file) {
        if (file.path().endsWith(".yaml")) {
            look(file, file.yaml());
        } else if (file.path().endsWith(".csv")) {
            file.table().forEach(row -> look(file, row));
        }
    }

    private void look(PackFile file, PackRow row) {
        if (row.find(VERIFIED).isPresent()) {
            count(file, row.flag(VERIFIED));
            if (row.flag(VERIFIED)
                    && UNREAD.matcher(row.find(SOURCE).orElse("")).find()) {
                problems.add(row.problem(claim(row.text(SOURCE))));
            }
        }
    }

    private void look(PackFile file, PackEntry entry) {
        if (entry.isMap() && entry.find(VERIFIED).isPresent()) {
            boolean verified = entry.get(VERIFIED).flag();
            count(file, verified);
            var source = entry.find(SOURCE);
            if (verified
                    && source.isPresent()
                    && UNREAD.matcher(source.get().text()).find()) {
                problems.add(entry.get(VERIFIED).problem(claim(source.get().text())));
            }
        }
        entry.children().forEach(child -> look(file, child));
    }

    private static String claim(String source) {
        return "says verified, but its source says that none was read: '" + source + "'";
    }

    private void count(PackFile file, boolean verified) {
        if (file.label().startsWith(own)) {
            facts++;
            if (!verified) {
                unverified.merge(file.path(), 1, Integer::sum);
            }
        }
    }
}
