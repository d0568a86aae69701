package masar.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Restrictions;
import masar.access.Steward;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class RestrictionBook implements Restrictions {

    private static final String BY_NAME = "by-name";

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Accounts accounts;
    private final Steward steward;
    private final InstantSource clock;

    RestrictionBook(JdbcClient jdbc, Grants grants, Accounts accounts, Steward steward, InstantSource clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.accounts = accounts;
        this.steward = steward;
        this.clock = clock;
    }

    private record Held(String reader, Depth depth, String act) {

        boolean isOfficeIn(UUID organisation) {
            return reader.startsWith("office:" + organisation + ":");
        }

        boolean isOfficeOf(Colleague colleague) {
            return isOfficeIn(colleague.organisation()) && colleague.roles().contains(role());
        }

        boolean isWholeByName() {
            return reader.startsWith("account:") && depth == Depth.FULL;
        }

        Role role() {
            return Role.of(reader.substring(reader.lastIndexOf(':') + 1));
        }
    }

    @Override
    public void barAccount(Subject subject, UUID account, String reason) {
        var barred = accounts.colleague(account).orElseThrow(Refused::notFound);
        for (Held held : held(subject)) {
            if (held.isOfficeOf(barred)) {
                accounts.colleagues(barred.organisation(), held.role()).stream()
                        .filter(colleague -> !colleague.account().equals(account))
                        .forEach(colleague -> nameInstead(subject, colleague.account(), held));
            }
        }
        write(subject, account, null, reason);
        for (Held held : held(subject)) {
            if (held.isOfficeOf(barred) || held.reader().equals(Grants.accountKey(account))) {
                grants.end(subject, held.reader(), held.depth());
            }
        }
    }

    /** Lets a colleague keep by name what their office held; who bars need not see the subject. */
    private void nameInstead(Subject subject, UUID colleague, Held held) {
        steward.as(Steward.GRANTS, () -> grants.give(subject, Grants.accountKey(colleague), held.depth(), held.act()));
    }

    @Override
    public void barOrganisation(Subject subject, UUID organisation, String reason) {
        write(subject, null, organisation, reason);
        for (Held held : held(subject)) {
            boolean theirs = held.isOfficeIn(organisation)
                    || (held.reader().startsWith("account:")
                            && accounts.colleague(UUID.fromString(held.reader().substring("account:".length())))
                                    .filter(colleague ->
                                            colleague.organisation().equals(organisation))
                                    .isPresent());
            if (theirs) {
                grants.end(subject, held.reader(), held.depth());
            }
        }
    }

    private void write(
            Subject subject,
            @org.jspecify.annotations.Nullable UUID account,
            @org.jspecify.annotations.Nullable UUID organisation,
            String reason) {
        steward.as(Steward.GRANTS, () -> {
            jdbc.sql("insert into access.bar (id, subject, account, organisation, reason, declared_by, declared_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .param(UUID.randomUUID())
                    .param(subject.id())
                    .param(account)
                    .param(organisation)
                    .param(reason)
                    .param(viewer().account())
                    .param(now())
                    .update();
        });
    }

    @Override
    public void lift(Subject subject, UUID bar) {
        steward.as(Steward.GRANTS, () -> {
            jdbc.sql("update access.bar set lifted_at = ? where id = ? and subject = ? and lifted_at is null")
                    .params(now(), bar, subject.id())
                    .update();
        });
    }

    @Override
    public void seal(Subject subject) {
        if (isSealed(subject)) {
            return;
        }
        if (grants.allows(viewer(), subject, Depth.FULL)) {
            grants.give(subject, Grants.accountKey(viewer().account()), Depth.FULL, BY_NAME);
        }
        steward.as(Steward.GRANTS, () -> {
            jdbc.sql("insert into access.seal (id, subject, sealed_by, sealed_at) values (?, ?, ?, ?)")
                    .params(UUID.randomUUID(), subject.id(), viewer().account(), now())
                    .update();
        });
        for (Held held : held(subject)) {
            if (!held.isWholeByName()) {
                grants.end(subject, held.reader(), held.depth());
            }
        }
    }

    @Override
    public void unseal(Subject subject) {
        steward.as(Steward.GRANTS, () -> {
            jdbc.sql("update access.seal set lifted_at = ? where subject = ? and lifted_at is null")
                    .params(now(), subject.id())
                    .update();
        });
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isSealed(Subject subject) {
        return jdbc.sql("select access.is_sealed(?)")
                .param(subject.id())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBarred(UUID account, Subject subject) {
        return jdbc.sql("select access.is_barred(?, ?)")
                .params(subject.id(), Grants.accountKey(account))
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bar> bars(Viewer viewer, Subject subject) {
        Refused.unless(grants.allows(viewer, subject, Depth.FULL), "shell.refused.not.found");
        return jdbc.sql("select * from access.bar where subject = ? and lifted_at is null order by declared_at")
                .param(subject.id())
                .query(RestrictionBook::bar)
                .list();
    }

    private List<Held> held(Subject subject) {
        return steward.as(
                Steward.GRANTS,
                () -> jdbc.sql("select reader, depth, act from access.grant_of_reading"
                                + " where subject = ? and ended_at is null")
                        .param(subject.id())
                        .query((row, number) -> new Held(
                                row.getString("reader"),
                                Depth.valueOf(row.getString("depth").toUpperCase(Locale.ROOT)),
                                row.getString("act")))
                        .list());
    }

    private static Bar bar(ResultSet row, int number) throws SQLException {
        return new Bar(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                Optional.ofNullable(row.getObject("organisation", UUID.class)),
                row.getString("reason"),
                row.getObject("declared_by", UUID.class),
                row.getObject("declared_at", OffsetDateTime.class).toInstant());
    }

    private static Viewer viewer() {
        return CurrentViewer.get().orElseThrow(() -> new IllegalStateException("somebody must act"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
