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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import masar.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing: at most ten failed sign-ins for a name, and fifty from an address, in fifteen minutes. Counted in
 * the database, under a keyed hash that changes each day, so that no address is stored.
 */
@Component
class Attempts {

    static final int PER_NAME = 10;
    static final int PER_ADDRESS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Attempts(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Refuses while there were too many failures. */
    @Transactional
    void refuseIfTooMany(String name, String address) {
        boolean tooMany = tries("name:" + name) >= PER_NAME || tries("address:" + address) >= PER_ADDRESS;
        Refused.unless(!tooMany, "access.refused.too.many.attempts", WINDOW.toMinutes());
    }

    @Transactional
    void failed(String name, String address) {
        count("name:" + name);
        count("address:" + address);
        jdbc.sql("delete from access.attempt where began_at < ?")
                .param(at(windowStart().minus(Duration.ofDays(1))))
                .update();
        jdbc.sql("delete from access.day_key where day < ?")
                .param(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .minusDays(1)
                        .toString())
                .update();
    }

    private int tries(String bucket) {
        return jdbc.sql("select coalesce(sum(tries), 0) from access.attempt where bucket = ? and began_at = ?")
                .params(hash(bucket), at(windowStart()))
                .query(Integer.class)
                .single();
    }

    private void count(String bucket) {
        jdbc.sql("insert into access.attempt (bucket, began_at, tries) values (?, ?, 1)"
                        + " on conflict (bucket, began_at) do update set tries = access.attempt.tries + 1")
                .params(hash(bucket), at(windowStart()))
                .update();
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
