package masar.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import masar.access.Depth;
import masar.access.Grant;
import masar.access.Grants;
import masar.access.SightGiven;
import masar.access.Steward;
import masar.sealing.SubjectErased;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class GrantBook implements Grants {

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final Steward steward;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    GrantBook(
            JdbcClient jdbc,
            AccountStore accounts,
            Steward steward,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.steward = steward;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void give(Subject subject, String reader, Depth depth, String act) {
        if (reader.startsWith("office:") && isBarred(subject, reader)) {
            membersOf(reader)
                    .map(Grants::accountKey)
                    .filter(member -> !isBarred(subject, member))
                    .forEach(member -> add(subject, member, depth, act, null));
        } else {
            add(subject, reader, depth, act, null);
        }
        events.publishEvent(new SightGiven(subject));
    }

    @Override
    public void giveUntil(Subject subject, UUID account, Depth depth, String act, Instant until) {
        add(subject, Grants.accountKey(account), depth, act, until);
        events.publishEvent(new SightGiven(subject));
    }

    @Override
    public void breakGlass(Viewer viewer, Subject subject, Instant until) {
        CurrentViewer.require(viewer);
        String own = Grants.accountKey(viewer.account());
        boolean may = jdbc.sql("select access.may_give(?, ?, 'full', 'break-glass', ?, false)")
                .params(subject.id(), own, at(until))
                .query(Boolean.class)
                .single();
        Refused.unless(may, "shell.refused.not.found");
        endGlass(subject, viewer.account());
        add(subject, own, Depth.FULL, "break-glass", until);
        events.publishEvent(new SightGiven(subject));
    }

    @Override
    public void endGlass(Subject subject, UUID account) {
        steward.as(
                Steward.GRANTS,
                () -> jdbc.sql("update access.grant_of_reading set ended_at = ?"
                                + " where subject = ? and reader = ? and act = 'break-glass' and ended_at is null")
                        .params(now(), subject.id(), Grants.accountKey(account))
                        .update());
    }

    private boolean isBarred(Subject subject, String reader) {
        return jdbc.sql("select access.is_barred(?, ?)")
                .params(subject.id(), reader)
                .query(Boolean.class)
                .single();
    }

    private Stream<UUID> membersOf(String office) {
        String[] parts = office.split(":");
        return accounts.findByOrganisation(UUID.fromString(parts[1])).stream()
                .filter(account -> account.isActive() && account.heldRoles().contains(Role.of(parts[2])))
                .map(account -> account.id);
    }

    private void add(Subject subject, String reader, Depth depth, String act, @Nullable Instant until) {
        UUID giver = CurrentViewer.get()
                .map(Viewer::account)
                .orElseThrow(() -> new IllegalStateException("a grant is given by somebody"));
        jdbc.sql("insert into access.grant_of_reading"
                        + " (id, subject_kind, subject, reader, depth, act, given_by, given_at, until, founding)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, access.founds(?)) on conflict do nothing")
                .param(UUID.randomUUID())
                .param(subject.kind())
                .param(subject.id())
                .param(reader)
                .param(depth.code())
                .param(act)
                .param(giver)
                .param(now())
                .param(until == null ? null : at(until))
                .param(subject.id())
                .update();
    }

    @Override
    public void end(Subject subject, String reader, Depth depth) {
        steward.as(
                Steward.GRANTS,
                () -> jdbc.sql("update access.grant_of_reading set ended_at = ?"
                                + " where subject = ? and reader = ? and depth = ? and ended_at is null")
                        .params(now(), subject.id(), reader, depth.code())
                        .update());
    }

    @Override
    public void endAll(Subject subject) {
        steward.as(
                Steward.GRANTS,
                () -> jdbc.sql("update access.grant_of_reading set ended_at = ? where subject = ? and ended_at is null")
                        .params(now(), subject.id())
                        .update());
    }

    @Override
    public void endAllBut(Subject subject, String reader) {
        steward.as(
                Steward.GRANTS,
                () -> jdbc.sql("update access.grant_of_reading set ended_at = ?"
                                + " where subject = ? and reader <> ? and ended_at is null")
                        .params(now(), subject.id(), reader)
                        .update());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasPart(UUID account, Subject subject) {
        return steward.as(
                Steward.GRANTS,
                () -> jdbc.sql("select exists (select 1 from access.grant_of_reading g, access.account a"
                                + " where a.id = ? and g.subject = ? and g.ended_at is null"
                                + " and (g.until is null or g.until > access.moment())"
                                + " and (g.reader = 'account:' || a.id"
                                + " or g.reader like 'office:' || a.organisation || ':%'))")
                        .params(account, subject.id())
                        .query(Boolean.class)
                        .single());
    }

    /** Nobody sees any more what was erased. */
    @EventListener
    void erased(SubjectErased fact) {
        endAll(fact.subject());
    }

    /** Ends every grant that this reader holds, on whatever subject. */
    void endHeldBy(String reader) {
        steward.as(
                Steward.GRANTS,
                () -> jdbc.sql("update access.grant_of_reading set ended_at = ? where reader = ? and ended_at is null")
                        .params(now(), reader)
                        .update());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean allows(Viewer viewer, Subject subject, Depth depth) {
        CurrentViewer.require(viewer);
        return jdbc.sql("select access.sees(?, ?)")
                .params(subject.id(), depth.code())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> on(Viewer viewer, Subject subject) {
        Refused.unless(allows(viewer, subject, Depth.FULL), "shell.refused.not.found");
        return holding(subject);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> own(Viewer viewer, Subject subject) {
        CurrentViewer.require(viewer);
        var keys = Grants.keysOf(viewer);
        return holding(subject).stream()
                .filter(grant -> keys.contains(grant.reader()))
                .toList();
    }

    private List<Grant> holding(Subject subject) {
        return jdbc.sql("select reader, depth, act, given_by, given_at, until from access.grant_of_reading"
                        + " where subject = ? and ended_at is null and (until is null or until > ?) order by given_at")
                .params(subject.id(), now())
                .query((row, number) -> new Grant(
                        row.getString("reader"),
                        Depth.valueOf(row.getString("depth").toUpperCase(Locale.ROOT)),
                        row.getString("act"),
                        row.getObject("given_by", UUID.class),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
