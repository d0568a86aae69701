package masar.conflict.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.access.Steward;
import masar.sealing.SearchKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keyed tokens by which a declared tie and an accused meet without either being opened: of the unit, and of the words of
 * an employer's name and their consonants. Read by the comparison only.
 */
@Component
class Tokens {

    private final JdbcClient jdbc;
    private final SearchKeys keys;
    private final Steward steward;

    Tokens(JdbcClient jdbc, SearchKeys keys, Steward steward) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.steward = steward;
    }

    void writeTie(UUID tie, @Nullable UUID organisation, @Nullable String name) {
        write("insert into conflict.tie_token (token, tie) values (?, ?)", tie, organisation, name);
    }

    void writeAccused(UUID accused, @Nullable UUID organisation, @Nullable String employer) {
        write("insert into conflict.accused_token (token, accused) values (?, ?)", accused, organisation, employer);
    }

    void forgetTie(UUID tie) {
        forget("delete from conflict.tie_token where tie = ?", tie);
    }

    void forgetAccused(UUID accused) {
        forget("delete from conflict.accused_token where accused = ?", accused);
    }

    private void write(String sql, UUID of, @Nullable UUID organisation, @Nullable String name) {
        var tokens = tokens(organisation, name);
        steward.as(
                Steward.CONFLICT,
                () -> tokens.forEach(token -> jdbc.sql(sql).params(token, of).update()));
    }

    private void forget(String sql, UUID id) {
        steward.as(Steward.CONFLICT, () -> {
            jdbc.sql(sql).param(id).update();
        });
    }

    private List<byte[]> tokens(@Nullable UUID organisation, @Nullable String name) {
        Map<String, byte[]> tokens = new LinkedHashMap<>();
        if (organisation != null) {
            put(tokens, "unit", organisation.toString());
        }
        if (name != null) {
            for (var word : Employer.words(name)) {
                put(tokens, "employer", word.spelling());
                word.skeletons().forEach(skeleton -> put(tokens, "employer-skeleton", skeleton));
            }
        }
        return List.copyOf(tokens.values());
    }

    private void put(Map<String, byte[]> tokens, String purpose, String word) {
        tokens.put(purpose + " " + word, keys.token(purpose, word));
    }
}
