package masar.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import masar.shared.Refused;
import masar.shell.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing: at most ten failed sign-ins for a name, and fifty from an address, in fifteen minutes. Counted in
 * the database, under a keyed hash that changes each day, so that no address is stored.
 */
@Component
public class Attempts {

    static final int PER_NAME = 10;
    static final int PER_ADDRESS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Moments moments;
    private final TransactionTemplate transaction;

    Attempts(JdbcClient jdbc, InstantSource clock, Moments moments, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.moments = moments;
        this.transaction = transaction;
    }

    /**
     * Counts an attempt before it is looked at, so that many at once count too, and refuses beyond the limit; says when
     * the next one is possible, in the same words whether or not there is such an account.
     */
    public void begin(String name, String address) {
        int[] tries = Objects.requireNonNull(transaction.execute(status -> {
            sweep();
            return new int[] {count("name:" + name), count("address:" + address)};
        }));
        if (tries[0] > PER_NAME || tries[1] > PER_ADDRESS) {
            Instant end = windowStart().plus(WINDOW);
            long minutes = Duration.between(clock.instant(), end).toMinutes() + 1;
            throw Refused.because("access.refused.too.many.attempts", minutes, moments.timeOfDay(end));
        }
    }

    /** Takes an attempt back that was no guess. */
    @Transactional
    public void succeeded(String name, String address) {
        for (String bucket : List.of("name:" + name, "address:" + address)) {
            jdbc.sql("update access.attempt set tries = tries - 1 where bucket = ? and began_at = ? and tries > 0")
                    .params(hash(bucket), at(windowStart()))
                    .update();
        }
    }

    private void sweep() {
        jdbc.sql("delete from access.attempt where began_at < ?")
                .param(at(windowStart().minus(Duration.ofDays(1))))
                .update();
        jdbc.sql("delete from access.day_key where day < ?")
                .param(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .minusDays(1)
                        .toString())
                .update();
    }

    private int count(String bucket) {
        return jdbc.sql(
                        "insert into access.attempt (bucket, began_at, tries) values (?, ?, 1)"
                                + " on conflict (bucket, began_at) do update set tries = access.attempt.tries + 1 returning tries")
                .params(hash(bucket), at(windowStart()))
                .query(Integer.class)
                .single();
    }

    private Instant windowStart() {
        long length = WINDOW.toSeconds();
        return Instant.ofEpochSecond(clock.instant().getEpochSecond() / length * length);
    }

    private byte[] hash(String bucket) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
            mac.init(new SecretKeySpec(dayKey(day), "HmacSHA256"));
            return mac.doFinal(bucket.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] dayKey(String day) {
        byte[] made = new byte[32];
        RANDOM.nextBytes(made);
        jdbc.sql("insert into access.day_key (day, key) values (?, ?) on conflict do nothing")
                .params(day, made)
                .update();
        return jdbc.sql("select key from access.day_key where day = ?")
                .param(day)
                .query(byte[].class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
