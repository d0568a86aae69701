package masar.documents.internal;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions begun and ended by hand, because between two of them a file is looked into for seconds. */
@Component
class AddingTransactions {

    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final InstantSource clock;

    AddingTransactions(PlatformTransactionManager transactions, InstantSource clock) {
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        writing = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void reading(Runnable work) {
        reading.executeWithoutResult(status -> work.run());
    }

    void writing(Runnable work) {
        writing.executeWithoutResult(status -> work.run());
    }

    Instant now() {
        return clock.instant();
    }
}
