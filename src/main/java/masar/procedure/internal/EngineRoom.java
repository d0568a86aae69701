package masar.procedure.internal;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.history.HistoryLevel;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Builds the process engine once, in whatever thread asks first. Building touches no database, so nobody who waits for it
 * holds a connection it needs. It works in the transactions of Masar and opens none; it runs no jobs, keeps no history,
 * reads no scripts and sees no beans.
 */
@Component
final class EngineRoom implements DisposableBean {

    private final FutureTask<ProcessEngine> built;

    EngineRoom(DataSource database) {
        built = new FutureTask<>(() -> build(database));
    }

    ProcessEngine engine() {
        built.run();
        try {
            return built.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static ProcessEngine build(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("masar");
        configuration.setDataSource(new TransactionAwareDataSourceProxy(database));
        configuration.setTransactionsExternallyManaged(true);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseTablePrefix("engine.");
        configuration.setCommandExecutorSchemaOperations(new TablesStand());
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
        configuration.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_NONE);
        configuration.setDbHistoryUsed(false);
        configuration.setDbIdentityUsed(false);
        configuration.setCmmnEnabled(false);
        configuration.setDmnEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setBeans(Map.of());
        configuration.setIdGenerator(() -> UUID.randomUUID().toString());
        return configuration.buildProcessEngine();
    }

    /** What the engine would look up or change in its tables when it is built or closed; {@link EngineTables} did it. */
    private static final class TablesStand implements CommandExecutor {

        @Override
        @SuppressWarnings("NullAway") // the engine ignores what these commands answer
        public <T> T execute(Command<T> command) {
            return null;
        }
    }

    @Override
    public void destroy() {
        if (built.isDone() && built.state() == java.util.concurrent.Future.State.SUCCESS) {
            built.resultNow().close();
        }
    }
}
