package masar.country.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import masar.launch.LoneVerb;

/**
 * {@code masar country new XX DIR}: writes {@code DIR/xx}, a country in which everything is to be verified and with which
 * Masar starts. Answers 0 when it stands, 1 when it cannot, 2 when it was not told what.
 */
public final class NewVerb implements LoneVerb {

    @Override
    public String words() {
        return "country new";
    }

    @Override
    public String help() {
        return "XX DIR   writes DIR/xx, the folder of a new country in which everything is to be verified";
    }

    @Override
    public boolean takes(List<String> arguments) {
        return true;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            out.println("Usage: masar " + words() + " " + help());
            return 2;
        }
        Path countries = Path.of(arguments.get(1)).toAbsolutePath().normalize();
        try {
            Path written = NewCountry.of(arguments.getFirst()).writeBelow(countries);
            out.println("Written: " + written);
            out.println("Next: put the country's own names, days, places, law and institutions into these files, then");
            out.println("  masar country check " + written);
            out.println(
                    "  masar --country " + written.getFileName() + " --countries " + countries + " --data DIR --empty");
            return CheckVerb.check(written, out);
        } catch (IllegalArgumentException refused) {
            out.println(refused.getMessage());
            return 1;
        } catch (IOException unwritable) {
            out.println("Cannot be written: " + unwritable.getMessage());
            return 1;
        }
    }
}
