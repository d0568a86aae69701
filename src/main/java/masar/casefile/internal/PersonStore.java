package masar.casefile.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import masar.casefile.AgeStatus;
import masar.casefile.PartialDate;
import masar.casefile.Person;
import masar.casefile.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps people and their names; written by hand so that what is personal can be sealed here, field by field. */
@Component
class PersonStore {

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Person find(UUID id) {
        var names = jdbc.sql("select * from casefile.person_name where person = ? order by script")
                .param(id)
                .query(PersonStore::name)
                .list();
        return jdbc.sql("select * from casefile.person where id = ?")
                .param(id)
                .query((row, number) -> person(row, names))
                .single();
    }

    void add(Person person) {
        write(
                "insert into casefile.person (birth_year, birth_month, birth_day, birth_estimated, age_now,"
                        + " age_at_exploitation, gender, nationalities, language, whereabouts, id, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? + 1)",
                person);
        addNames(person);
    }

    /** Refused by an exception when the person was changed since this version was read. */
    void change(Person person) {
        int changed = write(
                "update casefile.person set birth_year = ?, birth_month = ?, birth_day = ?, birth_estimated = ?,"
                        + " age_now = ?, age_at_exploitation = ?, gender = ?, nationalities = ?, language = ?,"
                        + " whereabouts = ?, version = version + 1 where id = ? and version = ?",
                person);
        if (changed == 0) {
            throw new OptimisticLockingFailureException("person changed meanwhile");
        }
        jdbc.sql("delete from casefile.person_name where person = ?")
                .param(person.id())
                .update();
        addNames(person);
    }

    private int write(String sql, Person person) {
        PartialDate birth = person.birth();
        return jdbc.sql(sql)
                .param(birth == null ? null : birth.year())
                .param(birth == null ? null : birth.month())
                .param(birth == null ? null : birth.day())
                .param(birth != null && birth.estimated())
                .param(person.ageNow().code())
                .param(person.ageAtExploitation().code())
                .param(person.gender())
                .param(person.nationalities().toArray(String[]::new))
                .param(person.language())
                .param(person.whereabouts())
                .param(person.id())
                .param(person.version())
                .update();
    }

    private void addNames(Person person) {
        for (PersonName name : person.names()) {
            jdbc.sql("insert into casefile.person_name (person, script, given, father, grandfather, family, mother)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .param(person.id())
                    .param(name.script())
                    .param(name.given())
                    .param(name.father())
                    .param(name.grandfather())
                    .param(name.family())
                    .param(name.mother())
                    .update();
        }
    }

    private static Person person(ResultSet row, List<PersonName> names) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                names,
                birth(row),
                AgeStatus.of(row.getString("age_now")),
                AgeStatus.of(row.getString("age_at_exploitation")),
                row.getString("gender"),
                List.of((String[]) row.getArray("nationalities").getArray()),
                row.getString("language"),
                row.getString("whereabouts"),
                row.getInt("version"));
    }

    private static @Nullable PartialDate birth(ResultSet row) throws SQLException {
        Integer year = row.getObject("birth_year", Integer.class);
        return year == null
                ? null
                : new PartialDate(
                        year,
                        row.getObject("birth_month", Integer.class),
                        row.getObject("birth_day", Integer.class),
                        row.getBoolean("birth_estimated"));
    }

    private static PersonName name(ResultSet row, int number) throws SQLException {
        return new PersonName(
                row.getString("script"),
                row.getString("given"),
                row.getString("father"),
                row.getString("grandfather"),
                row.getString("family"),
                row.getString("mother"));
    }
}
