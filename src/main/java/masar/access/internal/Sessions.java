package masar.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in. A session is a row, seen by every copy of Masar; it ends after a sign-out, a suspension, a change of
 * rights, an idle time ({@code masar.session.idle}) or a longest time ({@code masar.session.longest}). One that still
 * awaits its second factor lasts ten minutes.
 */
@Component
public class Sessions {

    /** Request attribute under which the session of a signed-in person travels. */
    static final String ATTRIBUTE = "masar.session";

    private static final Duration HALF = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final AccountStore accounts;
    private final Duration idle;
    private final Duration longest;

    Sessions(
            JdbcClient jdbc,
            InstantSource clock,
            AccountStore accounts,
            @Value("${masar.session.idle:PT20M}") Duration idle,
            @Value("${masar.session.longest:PT10H}") Duration longest) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.idle = idle;
        this.longest = longest;
    }

    /** A session as far as the factors given, with the moment the last second factor was given. */
    record Session(UUID id, Account account, Means means, Instant confirmedAt) {

        boolean isComplete() {
            return means.factors() == 2;
        }
    }

    /** Begins a session and returns the token for the browser. */
    @Transactional
    public String begin(UUID account, Means means) {
        return begin(account, means, Handover.none());
    }

    @Transactional
    String begin(UUID account, Means means, Handover handover) {
        byte[] seed = Tokens.bytes();
        String token = handover.token(seed);
        int rights = accounts.findById(account).orElseThrow().rightsVersion;
        jdbc.sql("insert into access.session (token_hash, id, account, rights_version, factors, means, started_at,"
                        + " seen_at, confirmed_at, asked_by, seed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Tokens.hash(token))
                .param(UUID.randomUUID())
                .param(account)
                .param(rights)
                .param(means.factors())
                .param(means.code())
                .param(now())
                .param(now())
                .param(now())
                .param(handover.form())
                .param(seed)
                .update();
        return token;
    }

    @Transactional
    public void end(String token) {
        jdbc.sql("update access.session set ended_at = ? where token_hash = ? and ended_at is null")
                .params(now(), Tokens.hash(token))
                .update();
    }

    /** Ends every session of the account. */
    @Transactional
    void endAll(UUID account) {
        jdbc.sql("update access.session set ended_at = ? where account = ? and ended_at is null")
                .params(now(), account)
                .update();
    }

    /** Notes that the person gave a second factor again. */
    @Transactional
    void confirm(UUID session) {
        jdbc.sql("update access.session set confirmed_at = ? where id = ?")
                .params(now(), session)
                .update();
    }

    /** The session of this token, if it still holds. */
    @Transactional
    Optional<Session> find(String token) {
        byte[] hash = Tokens.hash(token);
        return jdbc.sql("select id, account, rights_version, means, started_at, seen_at, confirmed_at"
                        + " from access.session where token_hash = ? and ended_at is null"
                        + " and seen_at > ? and started_at > case factors when 2 then ? else ? end")
                .params(hash, ago(idle), ago(longest), ago(HALF))
                .query((row, number) -> {
                    touch(hash, row.getObject("seen_at", OffsetDateTime.class).toInstant());
                    return new Row(
                            row.getObject("id", UUID.class),
                            row.getObject("account", UUID.class),
                            row.getInt("rights_version"),
                            Means.of(row.getString("means")),
                            row.getObject("confirmed_at", OffsetDateTime.class).toInstant());
                })
                .optional()
                .flatMap(this::stillHolds);
    }

    /** The account whose session this token was, whether or not it still holds. */
    @Transactional(readOnly = true)
    Optional<UUID> ownerOf(byte[] tokenHash) {
        return jdbc.sql("select account from access.session where token_hash = ?")
                .param(tokenHash)
                .query(UUID.class)
                .optional();
    }

    private record Row(UUID id, UUID account, int rights, Means means, Instant confirmedAt) {}

    private Optional<Session> stillHolds(Row row) {
        return accounts.findById(row.account())
                .filter(account -> account.rightsVersion == row.rights())
                .filter(account -> !account.state.equals(Account.SUSPENDED))
                .map(account -> new Session(row.id(), account, row.means(), row.confirmedAt()));
    }

    private void touch(byte[] hash, Instant seen) {
        if (seen.plusSeconds(60).isBefore(clock.instant())) {
            jdbc.sql("update access.session set seen_at = ? where token_hash = ?")
                    .params(now(), hash)
                    .update();
        }
    }

    OffsetDateTime oldestSeen() {
        return ago(idle);
    }

    OffsetDateTime oldestStart() {
        return ago(longest);
    }

    private OffsetDateTime ago(Duration duration) {
        return OffsetDateTime.ofInstant(clock.instant().minus(duration), ZoneOffset.UTC);
    }

    OffsetDateTime now() {
        return ago(Duration.ZERO);
    }
}
