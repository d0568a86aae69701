package masar.launch;

import java.sql.Connection;
import java.sql.SQLException;

/** Something a module must know or do before the database is changed at start, and once its tables stand. */
public interface AroundMigration {

    /** Refuses by {@link CannotStart} when the database must not be touched; writes nothing. */
    void before(Connection migration) throws SQLException;

    /** The tables of every module stand. */
    void after(Connection migration) throws SQLException;
}
