package masar.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.directory.Directory;
import masar.directory.HelpService;
import masar.directory.Organisation;
import masar.directory.Phone;
import masar.shared.LocalizedText;
import masar.shared.OrganisationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the directory; it is small and public, so it is read as it is, without a cache another copy could miss. */
@Component
@Transactional(readOnly = true)
class DirectoryBook implements Directory {

    private final JdbcClient jdbc;

    DirectoryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Organisation> organisation(UUID id) {
        return jdbc.sql("select * from directory.organisation where id = ?")
                .param(id)
                .query(DirectoryBook::organisation)
                .optional();
    }

    @Override
    public Optional<Organisation> organisation(String key) {
        return jdbc.sql("select * from directory.organisation where key = ?")
                .param(key)
                .query(DirectoryBook::organisation)
                .optional();
    }

    @Override
    public List<Organisation> organisations() {
        return jdbc.sql("select * from directory.organisation order by name_en")
                .query(DirectoryBook::organisation)
                .list();
    }

    @Override
    public List<Organisation> competentFor(String act) {
        return organisations().stream()
                .filter(organisation -> organisation.isCompetentFor(act))
                .toList();
    }

    @Override
    public List<HelpService> services() {
        return jdbc.sql("select * from directory.service order by name_en")
                .query(DirectoryBook::service)
                .list();
    }

    @Override
    public Optional<HelpService> service(UUID id) {
        return jdbc.sql("select * from directory.service where id = ?")
                .param(id)
                .query(DirectoryBook::service)
                .optional();
    }

    @Override
    public List<Phone> phones(UUID organisation) {
        return jdbc.sql("select * from directory.phone where organisation = ? order by number")
                .param(organisation)
                .query((row, number) -> new Phone(
                        row.getObject("organisation", UUID.class),
                        row.getString("number"),
                        text(row, "purpose"),
                        row.getBoolean("verified"),
                        row.getString("source")))
                .list();
    }

    /** Where what is known of each organisation and service comes from, by its id; those without are left out. */
    Map<UUID, String> sources() {
        var sources = new HashMap<UUID, String>();
        jdbc.sql("select id, source from directory.organisation where source is not null"
                        + " union all select id, source from directory.service where source is not null")
                .query(row -> {
                    sources.put(row.getObject("id", UUID.class), row.getString("source"));
                });
        return sources;
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("key"),
                OrganisationKind.of(row.getString("kind")),
                text(row, "name"),
                text(row, "mandate"),
                codes(row, "competent_for"),
                codes(row, "verified_for"),
                row.getBoolean("verified"));
    }

    private static HelpService service(ResultSet row, int number) throws SQLException {
        return new HelpService(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("key"),
                row.getString("category"),
                text(row, "name"),
                row.getBoolean("verified"));
    }

    private static Set<String> codes(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static LocalizedText text(ResultSet row, String column) throws SQLException {
        return new LocalizedText(
                row.getString(column + "_ar"), row.getString(column + "_fr"), row.getString(column + "_en"));
    }
}
