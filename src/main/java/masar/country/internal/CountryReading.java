package masar.country.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import masar.country.Article;
import masar.country.Clock;
import masar.country.ClockUnit;
import masar.country.CountryPack;
import masar.country.Currency;
import masar.country.PackEntry;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackRow;
import masar.country.Place;
import masar.country.Purpose;
import masar.country.Word;
import masar.country.WordList;
import masar.shared.Language;

/** Makes a {@link CountryPack} of the files that belong to no other module, and refuses what is wrong in them. */
public final class CountryReading {

    private final PackFolder folder;

    private CountryReading(PackFolder folder) {
        this.folder = folder;
    }

    public static CountryPack read(PackFolder folder) {
        return new CountryReading(folder).pack();
    }

    private CountryPack pack() {
        PackEntry country = folder.file("country.yaml")
                .yaml()
                .only("code", "name", "languages", "numbers", "time-zone", "working-week", "seasons", "currency");
        if (!country.get("code").text().equals(folder.country())) {
            throw country.get("code").problem("the code must be the folder's name, " + folder.country());
        }
        return new CountryPack(
                folder.country(),
                country.get("name").localized(),
                locales(country.get("languages")),
                country.get("numbers").text(),
                currency(country.get("currency")),
                CalendarReading.read(country, folder.file("holidays.csv")),
                clocks(),
                places(),
                wordLists(),
                new CountryPack.Law(purposes(), articles()));
    }

    private static Map<Language, Locale> locales(PackEntry languages) {
        Map<Language, Locale> locales = new LinkedHashMap<>();
        for (PackEntry entry : languages.list()) {
            Language language = entry.get("code")
                    .as(
                            "a language of Masar (ar, fr, en)",
                            code -> Language.of(code).orElseThrow(IllegalArgumentException::new));
            Locale locale = entry.get("locale")
                    .as(
                            "a locale such as ar-LB-u-nu-latn",
                            tag -> new Locale.Builder().setLanguageTag(tag).build());
            if (!locale.getLanguage().equals(language.code())) {
                throw entry.problem("locale " + locale.toLanguageTag() + " is not in language " + language.code());
            }
            if (locales.put(language, locale) != null) {
                throw entry.problem("language " + language.code() + " stands here twice");
            }
        }
        if (locales.size() < Language.values().length) {
            throw languages.problem("every language of Masar is needed: ar, fr, en");
        }
        return java.util.Collections.unmodifiableMap(locales);
    }

    private static Currency currency(PackEntry entry) {
        String code = entry.get("code")
                .as(
                        "an ISO 4217 code",
                        text -> java.util.Currency.getInstance(text).getCurrencyCode());
        return new Currency(
                code, entry.get("name").localized(), entry.get("short").localized());
    }

    private Map<String, Clock> clocks() {
        Map<String, Clock> clocks = new LinkedHashMap<>();
        folder.layers("clocks.yaml").forEach(layer -> clocks.putAll(clocks(layer)));
        return java.util.Collections.unmodifiableMap(clocks);
    }

    private static Map<String, Clock> clocks(PackFile file) {
        Map<String, Clock> clocks = new LinkedHashMap<>();
        for (PackEntry entry : file.yaml().only("clocks").get("clocks").list()) {
            entry.only("key", "amount", "unit", "name", "verified", "source");
            Clock clock = new Clock(
                    entry.get("key").text(),
                    entry.get("amount").number(1),
                    entry.get("unit").as("hours, calendar-days, working-hours or working-days", ClockUnit::of),
                    entry.get("name").localized(),
                    entry.provenance());
            if (clocks.put(clock.key(), clock) != null) {
                throw entry.problem("clock '" + clock.key() + "' stands here twice");
            }
        }
        return clocks;
    }

    private Map<String, Place> places() {
        PackFile file = folder.file("places.csv");
        List<PackRow> rows = file.table(
                "key", "pcode", "iso", "level", "parent", "name_ar", "name_fr", "name_en", "verified", "source");
        Map<String, Place> places = keyed(rows, "key", CountryReading::place);
        for (PackRow row : rows) {
            boolean top = row.as("level", "governorate or district", Place.Level::of) == Place.Level.GOVERNORATE;
            if (top && row.find("parent").isPresent()) {
                throw row.problem("a governorate has no parent");
            }
            if (!top && !isGovernorate(places.get(row.text("parent")))) {
                throw row.problem("parent '" + row.text("parent") + "' is not a governorate of this file");
            }
        }
        return places;
    }

    private static boolean isGovernorate(@org.jspecify.annotations.Nullable Place place) {
        return place != null && place.level() == Place.Level.GOVERNORATE;
    }

    private static Place place(PackRow row) {
        return new Place(
                row.text("key"),
                row.find("pcode"),
                row.find("iso"),
                row.as("level", "governorate or district", Place.Level::of),
                row.find("parent"),
                row.localized("name"),
                row.provenance());
    }

    private Map<String, WordList> wordLists() {
        Map<String, WordList> lists = new LinkedHashMap<>();
        for (PackFile file : folder.list("wordlists", ".csv")) {
            List<PackRow> rows = file.table("code", "ar", "fr", "en", "verified", "source");
            Map<String, Word> words =
                    keyed(rows, "code", row -> new Word(row.text("code"), row.localized(""), row.provenance()));
            lists.put(file.stem(), new WordList(file.stem(), new ArrayList<>(words.values())));
        }
        return java.util.Collections.unmodifiableMap(lists);
    }

    private Map<String, Purpose> purposes() {
        List<PackRow> rows = folder.file("law/purposes.csv")
                .table("code", "name_ar", "name_fr", "name_en", "article", "verified", "source");
        return keyed(
                rows,
                "code",
                row -> new Purpose(row.text("code"), row.localized("name"), row.text("article"), row.provenance()));
    }

    private Map<String, Article> articles() {
        List<PackRow> rows = folder.file("law/articles.csv")
                .table("code", "summary_ar", "summary_fr", "summary_en", "verified", "source");
        return keyed(rows, "code", row -> new Article(row.text("code"), row.localized("summary"), row.provenance()));
    }

    private static <T> Map<String, T> keyed(List<PackRow> rows, String column, Function<PackRow, T> reading) {
        Map<String, T> found = new LinkedHashMap<>();
        for (PackRow row : rows) {
            if (found.put(row.text(column), reading.apply(row)) != null) {
                throw row.problem("'" + row.text(column) + "' stands here twice");
            }
        }
        return java.util.Collections.unmodifiableMap(found);
    }
}
