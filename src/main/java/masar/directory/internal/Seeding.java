package masar.directory.internal;

import masar.directory.HelpService;
import masar.directory.Organisation;
import masar.directory.Phone;
import masar.shared.LocalizedText;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what the country pack knows into the directory at each start, before the first page can be called. New entries
 * are added, known ones follow the pack, and those that people edited are left alone. Nothing is ever removed.
 */
@Component
class Seeding implements SmartLifecycle {

    /** Any phase before that of the web server, which comes near the end. */
    private static final int BEFORE_THE_SERVER = 0;

    private final DirectorySeed seed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private boolean running;

    Seeding(DirectorySeed seed, JdbcClient jdbc, TransactionTemplate transaction) {
        this.seed = seed;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            seed.organisations().forEach(this::write);
            seed.services().forEach(this::write);
        });
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER;
    }

    private void write(OrganisationSeed seeded) {
        Organisation organisation = seeded.organisation();
        var statement = jdbc.sql("insert into directory.organisation (id, key, kind, name_ar, name_fr, name_en,"
                        + " mandate_ar, mandate_fr, mandate_en, competent_for, verified_for, verified, source)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                        + " kind = excluded.kind, name_ar = excluded.name_ar, name_fr = excluded.name_fr,"
                        + " name_en = excluded.name_en, mandate_ar = excluded.mandate_ar,"
                        + " mandate_fr = excluded.mandate_fr, mandate_en = excluded.mandate_en,"
                        + " competent_for = excluded.competent_for, verified_for = excluded.verified_for,"
                        + " verified = excluded.verified, source = excluded.source"
                        + " where not organisation.edited_by_people")
                .param(organisation.id())
                .param(organisation.key())
                .param(organisation.kind().code());
        int written = texts(texts(statement, organisation.name()), organisation.mandate())
                .param(organisation.competentFor().toArray(String[]::new))
                .param(organisation.verifiedFor().toArray(String[]::new))
                .param(organisation.verified())
                .param(seeded.source())
                .update();
        if (written > 0) {
            jdbc.sql("delete from directory.phone where organisation = ?")
                    .param(organisation.id())
                    .update();
            seeded.phones().forEach(this::write);
        }
    }

    private void write(Phone phone) {
        var statement = jdbc.sql(
                        "insert into directory.phone (organisation, number, purpose_ar, purpose_fr, purpose_en,"
                                + " verified, source) values (?, ?, ?, ?, ?, ?, ?)")
                .param(phone.organisation())
                .param(phone.number());
        texts(statement, phone.purpose())
                .param(phone.verified())
                .param(phone.source())
                .update();
    }

    private void write(ServiceSeed seeded) {
        HelpService service = seeded.service();
        var statement = jdbc.sql("insert into directory.service (id, organisation, key, category, name_ar, name_fr,"
                        + " name_en, verified, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update"
                        + " set organisation = excluded.organisation, category = excluded.category,"
                        + " name_ar = excluded.name_ar, name_fr = excluded.name_fr, name_en = excluded.name_en,"
                        + " verified = excluded.verified, source = excluded.source"
                        + " where not service.edited_by_people")
                .param(service.id())
                .param(service.organisation())
                .param(service.key())
                .param(service.category());
        texts(statement, service.name())
                .param(service.verified())
                .param(seeded.source())
                .update();
    }

    private static JdbcClient.StatementSpec texts(JdbcClient.StatementSpec statement, LocalizedText text) {
        return statement.param(text.ar()).param(text.fr()).param(text.en());
    }
}
