package masar.country.internal;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import masar.country.PackFolder;
import masar.country.PackProblem;
import masar.launch.LoneVerb;
import masar.shared.Language;

/**
 * {@code masar country check DIR}: reads the folder of a country as a start would, without a database. Answers 0 when
 * Masar would start with it, 1 when something is wrong, 2 when it was not told which folder.
 */
public final class CheckVerb implements LoneVerb {

    @Override
    public String words() {
        return "country check";
    }

    @Override
    public String help() {
        return "DIR   checks the folder of a country, such as countries/jo: file, line, what is wrong, what to do";
    }

    @Override
    public boolean takes(List<String> arguments) {
        return true;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.println("Usage: masar " + words() + " " + help());
            return 2;
        }
        return check(Path.of(arguments.getFirst()).toAbsolutePath().normalize(), out);
    }

    static int check(Path directory, PrintStream out) {
        try {
            return tell(directory, folder(directory), out);
        } catch (PackProblem problem) {
            tell(1, problem, out);
            return 1;
        }
    }

    private static PackFolder folder(Path directory) {
        Path countries = directory.getParent();
        Path name = directory.getFileName();
        boolean named = name != null && name.toString().matches("[a-z]{2}");
        if (countries == null || name == null || !named || !Files.isRegularFile(directory.resolve("country.yaml"))) {
            throw new PackProblem(
                    String.valueOf(directory),
                    0,
                    "there is no pack in this folder: two small letters with a country.yaml");
        }
        return PackSource.inDirectory(countries, name.toString());
    }

    private static int tell(Path directory, PackFolder folder, PrintStream out) {
        var findings = PackCheck.of(folder);
        int number = 0;
        for (PackProblem problem : findings.problems()) {
            number++;
            tell(number, problem, out);
        }
        if (number > 0) {
            out.println();
            out.println("Not sound: " + number + (number == 1 ? " problem" : " problems")
                    + ". Each part tells its first one: check again when they are mended.");
            return 1;
        }
        findings.pack()
                .ifPresent(pack -> out.println(
                        "Sound: " + pack.name().in(Language.EN) + " (" + directory + "). Masar starts with it."));
        var flags = findings.flags();
        int open =
                flags.unverified().values().stream().mapToInt(Integer::intValue).sum();
        out.println("To be verified: " + open + " of " + flags.facts() + " facts of its own files.");
        flags.unverified().forEach((file, count) -> out.println("  " + file + ": " + count));
        return 0;
    }

    private static void tell(int number, PackProblem problem, PrintStream out) {
        out.println(number + ". " + problem.file() + (problem.line() > 0 ? ", line " + problem.line() : ""));
        out.println("   What is wrong: " + problem.reason());
        out.println("   What to do:    " + Cures.of(problem));
    }
}
