package masar.access.internal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import masar.audit.Audit;
import masar.shared.CurrentViewer;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ten codes on paper for whoever lost the phone, each good once. A code has 80 random bits in Crockford's base 32; the
 * database keeps hashes only.
 */
@Component
@Transactional
class RecoveryCodes implements Credentials {

    static final int ON_A_SHEET = 10;
    private static final int LETTERS = 16;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Audit audit;

    RecoveryCodes(JdbcClient jdbc, InstantSource clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Makes a new sheet; the codes of the last one stop working. The codes are shown once and kept nowhere. */
    List<String> make(Viewer viewer) {
        CurrentViewer.require(viewer);
        drop(viewer.account());
        var codes = new ArrayList<String>();
        for (int i = 0; i < ON_A_SHEET; i++) {
            String code = fresh();
            jdbc.sql("insert into access.recovery_code (account, code_hash, made_at) values (?, ?, ?)")
                    .params(viewer.account(), hash(viewer.account(), code), now())
                    .update();
            codes.add(String.join("-", code.split("(?<=\\G.{4})")));
        }
        audit.done(new Subject("account", viewer.account()), "access.recovery.codes");
        return List.copyOf(codes);
    }

    /** How many codes still work. */
    @Transactional(readOnly = true)
    int unused(UUID account) {
        return jdbc.sql("select count(*) from access.recovery_code where account = ? and used_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Uses the code up; false when it is none of this account, or was used. */
    boolean use(UUID account, String typed) {
        return jdbc.sql("update access.recovery_code set used_at = ?"
                                + " where account = ? and code_hash = ? and used_at is null")
                        .params(now(), account, hash(account, normal(typed)))
                        .update()
                == 1;
    }

    /** Whether this was meant as a recovery code and not as the six digits of the app. */
    static boolean looksLikeOne(String typed) {
        return normal(typed).length() == LETTERS;
    }

    @Override
    public void forget(UUID account) {
        drop(account);
    }

    @Override
    public void leave(UUID account) {
        // the sheet is the person's own and goes with them
    }

    private void drop(UUID account) {
        jdbc.sql("delete from access.recovery_code where account = ?")
                .param(account)
                .update();
    }

    private static String fresh() {
        var code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        }
        return code.toString();
    }

    /** As Crockford reads it: any case, O for zero, I and L for one, blanks and dashes for nothing. */
    private static String normal(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static byte[] hash(UUID account, String code) {
        return Tokens.hash(account + ":" + code);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
