package masar.country;

import java.util.List;
import java.util.Optional;
import masar.shared.LocalizedText;

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

    /** How a code is said; a code that has left the list is shown as it is. */
    public LocalizedText text(String code) {
        return find(code).map(Word::text).orElseGet(() -> LocalizedText.same(code));
    }
}
