package masar.access.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import masar.shell.Problems;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a password of one's own must be: twelve to 128 characters, typed twice, and neither among those that are guessed
 * first nor made of one's own name (OWASP ASVS 5.0, 6.2). No rule about kinds of characters and no forced change.
 */
@Component
class NewPassword {

    /** Bits; below it a password is found by trying lists of leaked passwords, words and patterns. */
    private static final double LEAST_ENTROPY = 35;

    /** Estimating takes longer the longer the text; what is strong up to here is strong. */
    private static final int LOOKED_AT = 40;

    private final Supplier<List<Dictionary>> known = SingletonSupplier.of(ConfigurationBuilder::getDefaultDictionaries);

    /** What is wrong with it, under the fields {@code password} and {@code again}; {@code own} are names of the person. */
    Problems problems(String password, String again, List<String> own) {
        var problems = new Problems().required("password", password).atMost("password", password, Passwords.LONGEST);
        if (password.length() < Passwords.SHORTEST) {
            problems.add("password", "access.problem.password.short", Passwords.SHORTEST);
        } else if (entropy(password, own) < LEAST_ENTROPY) {
            problems.add("password", "access.problem.password.known");
        }
        return password.equals(again) ? problems : problems.add("again", "access.problem.password.differs");
    }

    private double entropy(String password, List<String> own) {
        var names = new ArrayList<>(List.of("masar", "مسار"));
        own.stream()
                .flatMap(name -> Arrays.stream(name.strip().split("\\s+")))
                .filter(word -> word.length() > 2)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(names::add);
        var dictionaries = new ArrayList<>(known.get());
        dictionaries.add(new DictionaryBuilder()
                .setDictionaryName("own")
                .setExclusion(false)
                .addWords(names, 1)
                .createDictionary());
        var configuration =
                new ConfigurationBuilder().setDictionaries(dictionaries).createConfiguration();
        String looked = password.substring(0, Math.min(LOOKED_AT, password.length()));
        return new Nbvcxz(configuration).estimate(looked).getEntropy();
    }
}
