package masar.screening.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import masar.country.Countries;
import masar.country.Place;
import masar.country.WorldNames;
import masar.forms.FormText;
import masar.forms.Question;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import masar.shell.Texts;
import org.springframework.stereotype.Component;

/** Words in three languages and the options of a page: from the pack, from a form, from the bundles. */
@Component
class Wording {

    private final Countries countries;
    private final Texts texts;

    Wording(Countries countries, Texts texts) {
        this.countries = countries;
        this.texts = texts;
    }

    /** A message in every language; arguments that are texts are said in that language. */
    LocalizedText say(String key, LocalizedText... arguments) {
        return new LocalizedText(
                said(Language.AR, key, arguments),
                said(Language.FR, key, arguments),
                said(Language.EN, key, arguments));
    }

    private String said(Language language, String key, LocalizedText... arguments) {
        return texts.say(
                language,
                key,
                Stream.of(arguments).map(text -> text.in(language)).toArray());
    }

    LocalizedText word(String list, String code) {
        return countries.current().wordList(list).text(code);
    }

    List<Choice> list(String name) {
        return countries.current().wordList(name).choices();
    }

    List<String> codes(String name) {
        return countries.current().wordList(name).codes();
    }

    List<Choice> languages() {
        return WorldNames.languages();
    }

    /** The options a question gets from its appearance, which a form cannot list itself. */
    Optional<List<Choice>> options(Question question) {
        return switch (question.appearance()) {
            case "country" -> Optional.of(WorldNames.countries());
            case "language" -> Optional.of(WorldNames.languages());
            case "place" -> Optional.of(places());
            default -> Optional.empty();
        };
    }

    private List<Choice> places() {
        return countries.current().places().values().stream()
                .sorted(Comparator.comparing(Place::level))
                .map(place -> Choice.of(place.key(), place.name()))
                .toList();
    }

    /** An answer as people read it: labels instead of codes. */
    LocalizedText answer(Question question, String value) {
        if (question.choices().isPresent()) {
            var list = question.choices().get();
            return joined(Stream.of(value.split("\\s+"))
                    .map(code -> list.choice(code)
                            .map(choice -> text(choice.label(), code))
                            .orElseGet(() -> LocalizedText.same(code)))
                    .toList());
        }
        return options(question)
                .flatMap(options -> options.stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst())
                .map(option -> option.text() == null ? LocalizedText.same(value) : option.text())
                .orElseGet(() -> LocalizedText.same(value));
    }

    LocalizedText joined(Collection<LocalizedText> parts) {
        return new LocalizedText(
                parts.stream().map(LocalizedText::ar).collect(Collectors.joining("، ")),
                parts.stream().map(LocalizedText::fr).collect(Collectors.joining(", ")),
                parts.stream().map(LocalizedText::en).collect(Collectors.joining(", ")));
    }

    /** A text of a form; the fallback where it has none. */
    static LocalizedText text(FormText text, String fallback) {
        return new LocalizedText(
                orElse(text.in("ar"), fallback), orElse(text.in("fr"), fallback), orElse(text.in("en"), fallback));
    }

    private static String orElse(String text, String fallback) {
        return text.isBlank() ? fallback : text;
    }
}
