package masar.access.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that work once: the first administrator's, and the one by which an invited person chooses a password. */
@Component
class Invitations {

    private static final Duration GOOD_FOR = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Invitations(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An open invitation; account and organisation are null on the first administrator's. */
    record Invitation(
            String purpose,
            @Nullable UUID account,
            @Nullable UUID organisation) {}

    /** A link by which this person chooses a password or links their provider; earlier ones stop working. */
    @Transactional
    String choosePassword(UUID account, Handover handover) {
        voidAll(account);
        return write("choose-password", account, handover);
    }

    /** Ends every open link of the account. */
    @Transactional
    void voidAll(UUID account) {
        jdbc.sql("update access.invitation set used_at = ? where account = ? and used_at is null")
                .params(now(), account)
                .update();
    }

    /** A link to create the first administrator; earlier ones stop working. */
    @Transactional
    String firstAdministrator() {
        jdbc.sql("update access.invitation set used_at = ? where purpose = 'first-administrator' and used_at is null")
                .param(now())
                .update();
        return write("first-administrator", null, Handover.none());
    }

    @Transactional(readOnly = true)
    Optional<Invitation> open(String token) {
        return jdbc.sql("select i.purpose, i.account, a.organisation from access.invitation i"
                        + " left join access.account a on a.id = i.account"
                        + " where i.token_hash = ? and i.used_at is null and i.expires_at > ?")
                .params(Tokens.hash(token), now())
                .query((row, number) -> new Invitation(
                        row.getString("purpose"),
                        row.getObject("account", UUID.class),
                        row.getObject("organisation", UUID.class)))
                .optional();
    }

    /** Uses the link up; refused when it was used or has expired. */
    @Transactional
    void use(String token) {
        int changed = jdbc.sql("update access.invitation set used_at = ? where token_hash = ?"
                        + " and used_at is null and expires_at > ?")
                .params(now(), Tokens.hash(token), now())
                .update();
        Refused.unless(changed == 1, "access.refused.link.used");
    }

    /** Uses up the link with this hash and returns whose it was. */
    @Transactional
    UUID use(byte[] hash) {
        return jdbc.sql("update access.invitation set used_at = ? where token_hash = ? and account is not null"
                        + " and used_at is null and expires_at > ? returning account")
                .params(now(), hash, now())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refused.because("access.refused.link.used"));
    }

    private String write(String purpose, @Nullable UUID account, Handover handover) {
        byte[] seed = Tokens.bytes();
        String token = handover.token(seed);
        jdbc.sql("insert into access.invitation (token_hash, account, purpose, expires_at, asked_by, seed)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(Tokens.hash(token))
                .param(account)
                .param(purpose)
                .param(OffsetDateTime.ofInstant(clock.instant().plus(GOOD_FOR), ZoneOffset.UTC))
                .param(handover.form())
                .param(seed)
                .update();
        return token;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
