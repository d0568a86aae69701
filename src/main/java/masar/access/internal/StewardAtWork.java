package masar.access.internal;

import java.util.function.Supplier;
import masar.access.Steward;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class StewardAtWork implements Steward {

    private static final ScopedValue<String> LOOKING = ScopedValue.newInstance();

    private final JdbcClient jdbc;

    StewardAtWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public <T> T as(String name, Supplier<T> work) {
        String key = "system:" + name;
        String before = LOOKING.isBound()
                ? LOOKING.get()
                : CurrentViewer.get().map(Viewer::key).orElse("");
        look(key);
        T answer;
        try {
            answer = ScopedValue.where(LOOKING, key).call(work::get);
        } catch (RuntimeException failure) {
            lookAgain(before, failure);
            throw failure;
        }
        look(before);
        return answer;
    }

    /** Somebody may catch the failure and go on: never with the steward's eyes. */
    private void lookAgain(String before, RuntimeException failure) {
        try {
            look(before);
        } catch (DataAccessException broken) {
            failure.addSuppressed(broken);
        }
    }

    private void look(String key) {
        jdbc.sql("select set_config('masar.viewer', ?, true)")
                .param(key)
                .query(String.class)
                .single();
    }
}
