package masar.oversight.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import masar.audit.TrailCheck;
import masar.audit.TrailUnreadable;
import masar.audit.TrailVerdict;
import masar.launch.LoneVerb;

/**
 * {@code masar audit verify FILE [--head HEAD …]}: checks an exported trail on any machine, without the database. Answers
 * 0 when it is sound, 1 when it was tampered with, 2 when it cannot be read.
 */
public final class CheckFileVerb implements LoneVerb {

    static final String WORDS = "audit verify";
    static final String OPTION = "--head";

    @Override
    public String words() {
        return WORDS;
    }

    @Override
    public String help() {
        return "FILE [--head HEAD …]   checks an exported trail without the database";
    }

    @Override
    public boolean takes(List<String> arguments) {
        return !arguments.isEmpty() && !arguments.getFirst().equals(OPTION);
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var heads = heads(arguments.subList(1, arguments.size()));
        if (heads == null) {
            out.println("Usage: masar " + words() + " " + help());
            return 2;
        }
        try {
            return tell(TrailCheck.check(Path.of(arguments.getFirst()), heads), out);
        } catch (TrailUnreadable unreadable) {
            out.println("Cannot be checked: " + unreadable.getMessage() + ".");
            return 2;
        }
    }

    /** What stands after each {@code --head}; null when something else stands there. */
    static @org.jspecify.annotations.Nullable List<String> heads(List<String> arguments) {
        var heads = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals(OPTION) || i + 1 == arguments.size()) {
                return null;
            }
            heads.add(arguments.get(i + 1));
        }
        return heads;
    }

    static int tell(TrailVerdict verdict, PrintStream out) {
        out.println(verdict.entries() + " entries, " + verdict.heads() + " heads rightly signed.");
        verdict.newest()
                .ifPresent(head -> out.println("Newest head: size " + head.size() + ", signed at " + head.at()
                        + " with key " + head.key() + "."));
        verdict.remarks().forEach(out::println);
        if (verdict.finding().isEmpty()) {
            out.println("Sound: every entry is where and what it was when it was signed.");
            return 0;
        }
        var finding = verdict.finding().get();
        String entry = finding.entry() < 0 ? "" : ", number " + finding.entry();
        out.println("TAMPERED WITH: " + finding.kind() + ". First wrong entry: position " + finding.position() + entry
                + ".");
        out.println("Why: " + finding.words() + ".");
        return 1;
    }
}
