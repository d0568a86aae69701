package masar.sealing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import masar.sealing.SealClass;
import masar.sealing.internal.SubjectKeys.Name;
import masar.shared.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wraps keys of subjects anew under another key of an organisation; the keys themselves stay. Needs a transaction. */
@Component
class SubjectHandOver {

    static final String WRAPPED = "select s.subject_kind, s.subject, s.class, s.wrapped, o.id, o.organisation,"
            + " o.root, o.wrapped as by_root from sealing.subject_key s"
            + " join sealing.organisation_key o on o.id = s.organisation_key ";

    private record Wrapped(Name name, UUID organisation, OrganisationKeys.Key by, byte[] key) {}

    private final JdbcClient jdbc;
    private final OrganisationKeys organisations;

    SubjectHandOver(JdbcClient jdbc, OrganisationKeys organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    void to(Subject subject, UUID organisation) {
        var target = organisations.current(organisation);
        List<Wrapped> others = jdbc.sql(
                        WRAPPED + "where s.subject = ? and s.subject_kind = ? and o.id <> ? for update of s")
                .params(subject.id(), subject.kind(), target.id())
                .query((row, number) -> wrapped(row))
                .list();
        others.forEach(each -> rewrap(each, target));
    }

    /** Moves at most this many keys from retired keys of organisations to current ones; returns how many it were. */
    int fromRetired(int atMost) {
        List<Wrapped> found = jdbc.sql(WRAPPED
                        + "where o.retired_at is not null order by s.subject limit ? for update of s skip locked")
                .param(atMost)
                .query((row, number) -> wrapped(row))
                .list();
        found.forEach(each -> rewrap(each, organisations.current(each.organisation())));
        return found.size();
    }

    private void rewrap(Wrapped wrapped, OrganisationKeys.Key target) {
        Name name = wrapped.name();
        byte[] key = OrganisationKeys.unwrap(
                wrapped.by(), wrapped.key(), name.bound(wrapped.by().id()));
        jdbc.sql("update sealing.subject_key set organisation_key = ?, wrapped = ?"
                        + " where subject = ? and subject_kind = ? and class = ?")
                .params(
                        target.id(),
                        Keys.seal(target.aead(), key, name.bound(target.id())),
                        name.subject().id(),
                        name.subject().kind(),
                        name.sealClass().code())
                .update();
    }

    /** Opens the key of a row; answers with its class. */
    SealClass open(ResultSet row) throws SQLException {
        var found = wrapped(row);
        OrganisationKeys.unwrap(
                found.by(), found.key(), found.name().bound(found.by().id()));
        return found.name().sealClass();
    }

    private Wrapped wrapped(ResultSet row) throws SQLException {
        var subject = new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class));
        return new Wrapped(
                new Name(subject, sealClass(row.getString("class"))),
                row.getObject("organisation", UUID.class),
                organisations.open(row),
                row.getBytes("wrapped"));
    }

    static SealClass sealClass(String code) {
        return SealClass.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
