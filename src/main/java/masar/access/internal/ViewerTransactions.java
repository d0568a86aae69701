package masar.access.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import masar.access.Grants;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import masar.shell.AlreadyDone;
import masar.shell.FormToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins each transaction by telling PostgreSQL who is looking, and writes the token of a posted form in the first
 * writing transaction: the token and the act stand or fall together.
 */
@Component("transactionManager")
class ViewerTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient InstantSource clock;

    ViewerTransactions(DataSource dataSource, InstantSource clock) {
        super(dataSource);
        this.clock = clock;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var source = java.util.Objects.requireNonNull(getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            tellViewer(connection);
            if (!definition.isReadOnly()) {
                writeFormToken(connection);
            }
        } catch (SQLException failure) {
            doCleanupAfterFailure(transaction);
            throw translateException("begin transaction", failure);
        } catch (RuntimeException refused) {
            doCleanupAfterFailure(transaction);
            throw refused;
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void doCleanupAfterFailure(Object transaction) {
        doRollbackQuietly();
        doCleanupAfterCompletion(transaction);
    }

    private void doRollbackQuietly() {
        var source = java.util.Objects.requireNonNull(getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection.rollback();
        } catch (SQLException gone) {
            logger.debug("rollback after a refused beginning failed", gone);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void tellViewer(Connection connection) throws SQLException {
        Optional<Viewer> viewer = CurrentViewer.get();
        try (PreparedStatement set = connection.prepareStatement("select set_config('masar.viewer', ?, true),"
                + " set_config('masar.account', ?, true), set_config('masar.organisation', ?, true),"
                + " set_config('masar.kind', ?, true), set_config('masar.keys', ?, true),"
                + " set_config('masar.moment', ?, true)")) {
            set.setString(1, viewer.map(Viewer::key).orElse(""));
            set.setString(2, viewer.map(each -> each.account().toString()).orElse(""));
            set.setString(3, viewer.map(each -> each.organisation().toString()).orElse(""));
            set.setString(4, viewer.map(each -> each.organisationKind().code()).orElse(""));
            set.setString(
                    5, viewer.map(each -> String.join(" ", Grants.keysOf(each))).orElse(""));
            set.setString(6, clock.instant().toString());
            set.execute();
        }
    }

    private static void writeFormToken(Connection connection) throws SQLException {
        FormToken token = FormToken.current().orElse(null);
        if (token == null || token.isWritten()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into shell.form_token (token, used_at) values (?, now()) on conflict do nothing")) {
            insert.setObject(1, token.value());
            if (insert.executeUpdate() == 0) {
                throw new AlreadyDone(answer(connection, token.value()));
            }
        }
        token.markWritten();
    }

    private static @Nullable String answer(Connection connection, UUID token) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select answered_with from shell.form_token where token = ?")) {
            read.setObject(1, token);
            var rows = read.executeQuery();
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
