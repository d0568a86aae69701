package masar.casefile.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import masar.casefile.PersonName;
import masar.matching.NameWord;
import masar.sealing.SearchKeys;
import masar.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which keyed tokens a case is found: spellings and skeletons of its person's names; compared by equality only. */
@Component
class NameIndex {

    private final JdbcClient jdbc;
    private final SearchKeys keys;

    NameIndex(JdbcClient jdbc, SearchKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The words of a person's names in every script. */
    static List<NameWord> words(List<PersonName> names) {
        return NameWord.inAll(names.stream()
                .flatMap(name -> Stream.of(name.inFull(), name.mother() == null ? "" : name.mother()))
                .toArray(String[]::new));
    }

    void write(CaseId id, List<PersonName> names) {
        forget(id);
        for (Token token : tokens(words(names))) {
            jdbc.sql("insert into casefile.name_token (token, case_id) values (?, ?)")
                    .params(token.value(), id.value())
                    .update();
        }
    }

    /** Cases with any of these words whose person the viewer may see; most words in common first. */
    List<CaseId> find(List<NameWord> words, int atMost) {
        var tokens = tokens(words);
        return jdbc
                .sql("select case_id from casefile.named(?, ?)")
                .params(tokens.stream().map(Token::value).toArray(byte[][]::new), atMost)
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    private void forget(CaseId id) {
        jdbc.sql("delete from casefile.name_token where case_id = ?")
                .param(id.value())
                .update();
    }

    /** What is hashed for a word; compared by what it came from, since bytes have no equality. */
    private record Token(String purpose, String word, byte[] value) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Token token && token.purpose.equals(purpose) && token.word.equals(word);
        }

        @Override
        public int hashCode() {
            return purpose.hashCode() * 31 + word.hashCode();
        }
    }

    private Set<Token> tokens(List<NameWord> words) {
        var tokens = new LinkedHashSet<Token>();
        for (NameWord word : words) {
            if (!word.spelling().isEmpty()) {
                tokens.add(token("name", word.spelling()));
            }
            word.skeletons().forEach(skeleton -> tokens.add(token("skeleton", skeleton)));
        }
        return tokens;
    }

    private Token token(String purpose, String word) {
        return new Token(purpose, word, keys.token(purpose, word));
    }
}
