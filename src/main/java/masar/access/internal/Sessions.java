package masar.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in. A session is a row, seen by every copy of Masar; it ends after thirty idle minutes, twelve hours, a
 * sign-out, a suspension or a change of rights.
 */
@Component
public class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final AccountStore accounts;

    Sessions(JdbcClient jdbc, InstantSource clock, AccountStore accounts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
    }

    /** A session as far as the factors given: 1 after the password, 2 after the code. */
    record Session(Account account, int factors) {

        boolean isComplete() {
            return factors == 2;
        }
    }

    /** Begins a session and returns the token for the browser. */
    @Transactional
    public String begin(UUID account, int factors) {
        String token = Tokens.fresh();
        int rights = accounts.findById(account).orElseThrow().rightsVersion;
        jdbc.sql("insert into access.session (token_hash, account, rights_version, factors, started_at, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(Tokens.hash(token), account, rights, factors, now(), now())
                .update();
        return token;
    }

    @Transactional
    public void end(String token) {
        jdbc.sql("update access.session set ended_at = ? where token_hash = ? and ended_at is null")
                .params(now(), Tokens.hash(token))
                .update();
    }

    /** The session of this token, if it still holds. */
    @Transactional
    Optional<Session> find(String token) {
        byte[] hash = Tokens.hash(token);
        return jdbc.sql("select account, rights_version, factors, started_at, seen_at from access.session"
                        + " where token_hash = ? and ended_at is null and seen_at > ? and started_at > ?")
                .params(
                        hash,
                        at(clock.instant().minus(IDLE)),
                        at(clock.instant().minus(LONGEST)))
                .query((row, number) -> {
                    touch(hash, row.getObject("seen_at", OffsetDateTime.class).toInstant());
                    return new Row(
                            row.getObject("account", UUID.class), row.getInt("rights_version"), row.getInt("factors"));
                })
                .optional()
                .flatMap(this::stillHolds);
    }

    private record Row(UUID account, int rights, int factors) {}

    private Optional<Session> stillHolds(Row row) {
        return accounts.findById(row.account())
                .filter(account -> account.rightsVersion == row.rights())
                .filter(account -> !account.state.equals("suspended"))
                .map(account -> new Session(account, row.factors()));
    }

    private void touch(byte[] hash, Instant seen) {
        if (seen.plusSeconds(60).isBefore(clock.instant())) {
            jdbc.sql("update access.session set seen_at = ? where token_hash = ?")
                    .params(now(), hash)
                    .update();
        }
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
