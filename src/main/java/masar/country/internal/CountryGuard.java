package masar.country.internal;

import java.sql.Connection;
import java.sql.SQLException;
import masar.country.Countries;
import masar.launch.AroundMigration;
import masar.launch.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Data that followed the procedures of one country is never opened under those of another. */
@Component
class CountryGuard implements AroundMigration {

    private final Countries countries;

    CountryGuard(Countries countries) {
        this.countries = countries;
    }

    @Override
    public void before(Connection migration) throws SQLException {
        String served = stands(migration) ? served(migration) : null;
        if (served != null && !served.equals(countries.current().code())) {
            throw new CannotStart(
                    "this data belongs to the country '" + served + "', not to '"
                            + countries.current().code() + "'.",
                    "start with --country " + served + ", or choose another data folder: --data DIR");
        }
    }

    @Override
    public void after(Connection migration) throws SQLException {
        if (served(migration) == null) {
            try (var kept = migration.prepareStatement("insert into country.served (code) values (?)")) {
                kept.setString(1, countries.current().code());
                kept.executeUpdate();
            }
        }
    }

    private static boolean stands(Connection migration) throws SQLException {
        try (var statement = migration.createStatement();
                var row = statement.executeQuery("select to_regclass('country.served') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static @Nullable String served(Connection migration) throws SQLException {
        try (var statement = migration.createStatement();
                var row = statement.executeQuery("select code from country.served")) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
