package masar.country;

import java.util.List;
import java.util.Optional;
import masar.shared.LocalizedText;
import masar.shell.Choice;

/**
 * The codes a field may take, in the order in which they are offered.
 *
 * @param key the file's name, for example {@code gender}
 */
public record WordList(String key, List<Word> words) {

    public WordList {
        words = List.copyOf(words);
    }

    public Optional<Word> find(String code) {
        return words.stream().filter(word -> word.code().equals(code)).findFirst();
    }

    public boolean has(String code) {
        return find(code).isPresent();
    }

    /** Every code, in order. */
    public List<String> codes() {
        return words.stream().map(Word::code).toList();
    }

    /** Every code with its words, as a page offers them. */
    public List<Choice> choices() {
        return words.stream().map(word -> Choice.of(word.code(), word.text())).toList();
    }

    /** How a code is said; a code that has left the list is shown as it is. */
    public LocalizedText text(String code) {
        return find(code).map(Word::text).orElseGet(() -> LocalizedText.same(code));
    }
}
