package masar.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps heads and the public keys they were signed under; inside the transaction of whoever calls. */
@Component
class HeadBook {

    private static final String COLUMNS = "select size, root, at, previous, trace, key, signature from audit.head ";

    private final JdbcClient jdbc;

    HeadBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A public key under its name. */
    @SuppressWarnings("ArrayRecordComponent")
    record Known(String id, byte[] publicKey) {}

    Optional<Head> newest() {
        return jdbc.sql(COLUMNS + "order by size desc limit 1")
                .query(HeadBook::head)
                .optional();
    }

    Optional<Head> find(long size) {
        return jdbc.sql(COLUMNS + "where size = ?")
                .param(size)
                .query(HeadBook::head)
                .optional();
    }

    void forEach(BiConsumer<Head, byte[]> reader) {
        jdbc.sql(COLUMNS + "order by size").query(row -> {
            reader.accept(head(row, 0), row.getBytes("trace"));
        });
    }

    byte[] frontier(long size) {
        return jdbc.sql("select frontier from audit.head where size = ?")
                .param(size)
                .query(byte[].class)
                .single();
    }

    void add(Head head, byte[] tags, Tree tree) {
        jdbc.sql("insert into audit.head (size, root, at, previous, trace, frontier, key, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        head.size(),
                        head.root(),
                        OffsetDateTime.ofInstant(head.at(), ZoneOffset.UTC),
                        head.previous(),
                        tags,
                        tree.frontier(),
                        head.key(),
                        head.signature())
                .update();
    }

    void remember(AuditKey key, Instant since) {
        jdbc.sql("insert into audit.signing_key (id, public_key, since) values (?, ?, ?) on conflict do nothing")
                .params(key.id(), key.publicKey(), OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .update();
    }

    List<Known> keys() {
        return jdbc.sql("select id, public_key from audit.signing_key order by since, id")
                .query((row, number) -> new Known(row.getString("id"), row.getBytes("public_key")))
                .list();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getLong("size"),
                row.getBytes("root"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("previous"),
                new Sha256().of(row.getBytes("trace")),
                row.getString("key"),
                row.getBytes("signature"));
    }
}
