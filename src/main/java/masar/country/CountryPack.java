package masar.country;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import masar.shared.Language;
import masar.shared.LocalizedText;

/**
 * What every module may ask about the country.
 *
 * @param code ISO 3166-1 alpha-2 in lower case
 * @param locales the languages of the pages in the order of the language switch, with region and numbering system
 * @param numbers CLDR numbering system, for example {@code latn}
 */
public record CountryPack(
        String code,
        LocalizedText name,
        Map<Language, Locale> locales,
        String numbers,
        Currency currency,
        WorkingCalendar calendar,
        Map<String, Clock> clocks,
        Map<String, Place> places,
        Map<String, WordList> wordLists,
        Law law) {

    /** The country's law on trafficking as far as the pack knows it. */
    public record Law(Map<String, Purpose> purposes, Map<String, Article> articles) {}

    /** Languages in the order of the language switch. */
    public List<Language> languages() {
        return List.copyOf(locales.keySet());
    }

    /** The locale for dates and numbers. Throws {@link IllegalArgumentException} for a language the pack has not. */
    public Locale locale(Language language) {
        return known(locales, language, "language");
    }

    /** Throws {@link IllegalArgumentException} when the pack has no such clock. */
    public Clock clock(String key) {
        return known(clocks, key, "clock");
    }

    /** Throws {@link IllegalArgumentException} when the pack has no such word list. */
    public WordList wordList(String key) {
        return known(wordLists, key, "word list");
    }

    /** Throws {@link IllegalArgumentException} when the pack knows no such article. */
    public Article article(String code) {
        return known(law.articles(), code, "article");
    }

    public Optional<Place> place(String key) {
        return Optional.ofNullable(places.get(key));
    }

    /** Places directly inside this one, in the order of the pack. */
    public List<Place> placesIn(String key) {
        return places.values().stream()
                .filter(place -> place.parent().filter(key::equals).isPresent())
                .toList();
    }

    /** Places of one level, in the order of the pack. */
    public List<Place> places(Place.Level level) {
        return places.values().stream().filter(place -> place.level() == level).toList();
    }

    private static <K, V> V known(Map<K, V> map, K key, String what) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the country pack has no " + what + " '" + key + "'");
        }
        return value;
    }
}
