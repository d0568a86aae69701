package masar.access.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what the first post of a double click was given, and gives it again. */
@Component
class HandedOver {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LOOKS = 40;
    private static final int MILLISECONDS_BETWEEN = 50;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final TransactionTemplate reading;

    HandedOver(JdbcClient jdbc, InstantSource clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    private record Row(byte[] seed, byte[] hash) {}

    /** The token of the session that this form began; waits up to two seconds while the first post is at work. */
    Optional<String> session(Handover handover) {
        return look(
                "select seed, token_hash from access.session where asked_by = ? and started_at > ? and ended_at is null",
                handover);
    }

    /** The token of the invitation that this form made. */
    Optional<String> invitation(Handover handover) {
        return look(
                "select seed, token_hash from access.invitation where asked_by = ? and expires_at > ?"
                        + " and used_at is null",
                handover);
    }

    private Optional<String> look(String sql, Handover handover) {
        if (handover.form() == null) {
            return Optional.empty();
        }
        for (int look = 0; look < LOOKS; look++) {
            Optional<Row> row = find(sql, handover);
            if (row.isPresent()) {
                String token = handover.token(row.get().seed());
                return Arrays.equals(Tokens.hash(token), row.get().hash()) ? Optional.of(token) : Optional.empty();
            }
            pause();
        }
        return Optional.empty();
    }

    private Optional<Row> find(String sql, Handover handover) {
        var since = OffsetDateTime.ofInstant(clock.instant().minus(SOON), ZoneOffset.UTC);
        return java.util.Objects.requireNonNull(reading.execute(status -> jdbc.sql(sql)
                .param(handover.form())
                .param(since)
                .query((row, number) -> new Row(row.getBytes("seed"), row.getBytes("token_hash")))
                .optional()));
    }

    private static void pause() {
        try {
            Thread.sleep(MILLISECONDS_BETWEEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
