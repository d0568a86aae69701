package masar.shell.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The forms that were posted, and where each led. */
@Component
public class PostedForms {

    private static final int LOOKS = 40;
    private static final int MILLISECONDS_BETWEEN = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    PostedForms(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** The address the first post led to; waits up to two seconds while that post is still being answered. */
    Optional<String> ledTo(UUID token) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<String> place = reading.execute(status -> place(token));
            if (place != null && place.isPresent()) {
                return place;
            }
            pause();
        }
        return Optional.empty();
    }

    /** Forgets a form whose act was refused: it may be posted again. */
    public void free(UUID token) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from shell.form_token where token = ? and answered_with is null")
                        .param(token)
                        .update());
    }

    private Optional<String> place(UUID token) {
        return jdbc.sql("select answered_with from shell.form_token where token = ? and answered_with is not null")
                .param(token)
                .query(String.class)
                .optional();
    }

    private static void pause() {
        try {
            Thread.sleep(MILLISECONDS_BETWEEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
