package masar.country.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import masar.shared.Language;

/**
 * A country's folder made of the files under {@code countries/new}, with its code, name and money as the JDK knows them.
 * Languages other than those of Masar, its days off, places, law and institutions are left to people.
 */
final class NewCountry {

    private static final String PATTERN = "new";

    private final String code;
    private final Map<String, String> words;

    private NewCountry(String code, Map<String, String> words) {
        this.code = code;
        this.words = words;
    }

    /** Throws {@link IllegalArgumentException} for what is no country, or a country without money of its own. */
    static NewCountry of(String country) {
        String upper = country.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(upper)) {
            throw new IllegalArgumentException("'" + country + "' is no two-letter code of a country (ISO 3166-1).");
        }
        Locale there = Locale.of("", upper);
        Currency money = Currency.getInstance(there);
        if (money == null) {
            throw new IllegalArgumentException("No currency is known for " + upper + ": copy another country instead.");
        }
        var words = new LinkedHashMap<String, String>();
        words.put("code", upper.toLowerCase(Locale.ROOT));
        words.put("CODE", upper);
        words.put("currency", money.getCurrencyCode());
        for (Language language : Language.values()) {
            Locale speaking = Locale.of(language.code());
            words.put("name_" + language.code(), there.getDisplayCountry(speaking));
            words.put("currency_" + language.code(), money.getDisplayName(speaking));
        }
        return new NewCountry(upper.toLowerCase(Locale.ROOT), words);
    }

    /** Writes the folder below this one and returns it. Throws {@link IllegalArgumentException} when it is there already. */
    Path writeBelow(Path countries) throws IOException {
        Path folder = countries.resolve(code);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(folder + " is there already and is left as it is.");
        }
        for (var file : PackSource.jar(PATTERN).entrySet()) {
            Path target = folder.resolve(file.getKey().replace(PATTERN + "-1", code + "-1"));
            Files.createDirectories(target.resolveSibling("."));
            Files.writeString(target, filled(new String(file.getValue(), StandardCharsets.UTF_8)));
        }
        return folder;
    }

    private String filled(String text) {
        String filled = text;
        for (var word : words.entrySet()) {
            filled = filled.replace("{{" + word.getKey() + "}}", word.getValue().replace("\"", ""));
        }
        return filled;
    }
}
