package masar.conflict.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what staff declared, sealed under the key of their account; inside the transaction of whoever calls. */
@Component
class TieBook {

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Tokens tokens;

    TieBook(JdbcClient jdbc, Sealing sealing, Tokens tokens) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.tokens = tokens;
    }

    private record Words(
            @Nullable UUID organisation, @Nullable String name) {

        static final Words ERASED = new Words(null, null);
    }

    void add(UUID account, Tie tie) {
        var words = new Words(tie.organisation(), tie.name());
        jdbc.sql("insert into conflict.tie (id, account, sealed, kind, declared_at) values (?, ?, ?, ?, ?)")
                .params(
                        tie.id(),
                        account,
                        sealing.sealFields(place(account, tie.id()), words),
                        tie.kind(),
                        at(tie.declaredAt()))
                .update();
        tokens.writeTie(tie.id(), tie.organisation(), tie.name());
    }

    void end(UUID account, UUID tie, Instant now) {
        jdbc.sql("insert into conflict.tie_end (tie, account, ended_at) values (?, ?, ?)")
                .params(tie, account, at(now))
                .update();
        tokens.forgetTie(tie);
    }

    /** What the account declares now, the newest first. */
    List<Tie> of(UUID account) {
        return jdbc.sql("select t.* from conflict.tie t left join conflict.tie_end e on e.tie = t.id"
                        + " where e.tie is null and t.account = ? order by t.declared_at desc, t.id")
                .param(account)
                .query((row, number) -> open(
                        account,
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getBytes("sealed"),
                        row.getObject("declared_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Tie open(UUID account, UUID tie, String kind, byte[] sealed, Instant declaredAt) {
        var words = sealing.openFields(place(account, tie), sealed, Words.class).orElse(Words.ERASED);
        return new Tie(tie, kind, words.organisation(), words.name(), declaredAt);
    }

    private static Place place(UUID account, UUID tie) {
        return Place.of("conflict.tie.sealed", tie, new Subject("account", account));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
