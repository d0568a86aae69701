package masar.access.internal;

import java.time.InstantSource;
import java.util.UUID;
import masar.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a code of the app, once. */
@Component
class CodeProof {

    private final AccountStore accounts;
    private final CodeApp codes;
    private final InstantSource clock;

    CodeProof(AccountStore accounts, CodeApp codes, InstantSource clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.clock = clock;
    }

    /** Uses the code up; false when it does not fit or was used already. */
    @Transactional
    boolean useCode(UUID id, String code) {
        var account = accounts.findById(id).orElseThrow(Refused::notFound);
        var secret = account.totpSecret;
        if (secret == null) {
            return false;
        }
        var step = codes.stepOf(secret, code, clock.instant());
        if (step.isEmpty() || step.getAsLong() <= account.totpLastStep) {
            return false;
        }
        account.useCode(step.getAsLong());
        accounts.save(account);
        return true;
    }
}
