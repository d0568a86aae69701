package masar.sealing.internal;

import com.google.crypto.tink.Aead;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import masar.sealing.SealClass;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys of subjects, one for each class; opened ones are kept in memory for a minute. Needs a transaction. */
@Component
class SubjectKeys {

    /** Which key. */
    record Name(Subject subject, SealClass sealClass) {

        /** What its wrap by this key of an organisation is bound to. */
        byte[] bound(UUID organisationKey) {
            return Keys.bound("subject-key", subject.kind(), subject.id(), sealClass.code(), organisationKey);
        }
    }

    /** Whose key wraps what nobody's organisation answers for, such as accounts made by the first start. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final OrganisationKeys organisations;
    private final InstantSource clock;
    private final KeyCache<Name, Aead> opened = new KeyCache<>(20_000, Duration.ofMinutes(1));

    SubjectKeys(JdbcClient jdbc, OrganisationKeys organisations, InstantSource clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.clock = clock;
    }

    Optional<Aead> cached(Name name) {
        return opened.get(name);
    }

    /** The key, unless there is none or it was destroyed. One made in this very transaction is not kept in memory. */
    Optional<Aead> find(Name name) {
        return jdbc.sql("select s.wrapped, o.id, o.organisation, o.root, o.wrapped as by_root,"
                        + " coalesce(s.xmin = pg_current_xact_id_if_assigned()::xid, false) as fresh"
                        + " from sealing.subject_key s join sealing.organisation_key o on o.id = s.organisation_key"
                        + " where s.subject = ? and s.subject_kind = ? and s.class = ?")
                .params(
                        name.subject().id(),
                        name.subject().kind(),
                        name.sealClass().code())
                .query((row, number) -> {
                    var wrapping = organisations.open(row);
                    Aead key = Keys.aead(
                            OrganisationKeys.unwrap(wrapping, row.getBytes("wrapped"), name.bound(wrapping.id())));
                    if (!row.getBoolean("fresh")) {
                        opened.put(name, key);
                    }
                    return key;
                })
                .optional();
    }

    /** The key, made when there is none; refused once it was destroyed. */
    Aead findOrMake(Name name) {
        return cached(name).or(() -> find(name)).orElseGet(() -> {
            UUID organisation = CurrentViewer.get().map(Viewer::organisation).orElse(NOBODY);
            make(name, organisation);
            return find(name).orElseThrow(() -> Refused.because("sealing.refused.erased"));
        });
    }

    /** Makes the key of this name unless it is there or was destroyed. */
    void make(Name name, UUID organisation) {
        var wrapping = organisations.current(organisation);
        jdbc.sql("insert into sealing.subject_key"
                        + " (subject_kind, subject, class, organisation_key, wrapped, made_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        name.subject().kind(),
                        name.subject().id(),
                        name.sealClass().code(),
                        wrapping.id(),
                        Keys.seal(wrapping.aead(), Keys.random(), name.bound(wrapping.id())),
                        now())
                .update();
    }

    boolean isDestroyed(Subject subject) {
        return jdbc.sql("select exists (select 1 from sealing.subject_key"
                        + " where subject = ? and subject_kind = ? and destroyed_at is not null)")
                .params(subject.id(), subject.kind())
                .query(Boolean.class)
                .single();
    }

    /** Destroys every key of the subject and keeps new ones from being made; returns how many there were. */
    int destroy(Subject subject) {
        int destroyed = jdbc.sql("update sealing.subject_key"
                        + " set wrapped = null, organisation_key = null, destroyed_at = ?"
                        + " where subject = ? and subject_kind = ? and wrapped is not null")
                .params(now(), subject.id(), subject.kind())
                .update();
        for (SealClass each : SealClass.values()) {
            jdbc.sql("insert into sealing.subject_key (subject_kind, subject, class, made_at, destroyed_at)"
                            + " values (?, ?, ?, ?, ?) on conflict do nothing")
                    .params(subject.kind(), subject.id(), each.code(), now(), now())
                    .update();
        }
        forget();
        return destroyed;
    }

    /** Lets go of every opened key. */
    void forget() {
        opened.clear();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
