package masar.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.audit.AuditEntry;
import masar.audit.AuditFilter;
import masar.audit.LogRule;
import masar.audit.Readings;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AuditTrail implements Audit, Readings {

    static final String COLUMNS =
            "select number, at, account, organisation, kind, act, subject_kind, subject, reason from audit.entry ";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ObjectProvider<LogRule> rules;

    AuditTrail(JdbcClient jdbc, InstantSource clock, ObjectProvider<LogRule> rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    @Transactional
    public void read(Subject subject, String what) {
        add("read", what, subject, null);
    }

    @Override
    @Transactional
    public void done(Subject subject, String act) {
        add("done", act, subject, null);
    }

    @Override
    @Transactional
    public void refused(Subject subject, String act, String reason) {
        add("refused", act, subject, reason);
    }

    @Override
    @Transactional
    public List<AuditEntry> about(Viewer viewer, Subject subject, AuditFilter filter) {
        CurrentViewer.require(viewer);
        LogRule rule = rules.stream()
                .filter(each -> each.kind().equals(subject.kind()))
                .findFirst()
                .orElseThrow(Refused::notFound);
        Refused.unless(rule.opensTo(viewer, subject), "shell.refused.not.found");
        read(subject, "audit.log");
        var subjects = new ArrayList<UUID>(rule.within(subject));
        subjects.add(subject.id());
        look("system:audit-log");
        var found = find(filter, Optional.of(subjects));
        look(viewer.key());
        return found;
    }

    /**
     * A log tells of what belongs to a subject and was read by others, which the database's policies show to named system
     * viewers only. The rule of the subject has decided before.
     */
    private void look(String key) {
        jdbc.sql("select set_config('masar.viewer', ?, true)")
                .param(key)
                .query(String.class)
                .single();
    }

    @Override
    @Transactional
    public List<AuditEntry> all(Viewer viewer, AuditFilter filter) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.holds(Role.AUDITOR), "shell.refused.not.found");
        read(new Subject("account", viewer.account()), "audit.trail");
        return find(filter, Optional.empty());
    }

    private List<AuditEntry> find(AuditFilter filter, Optional<List<UUID>> subjects) {
        var conditions = new ArrayList<String>(List.of("true"));
        var values = new HashMap<String, Object>();
        subjects.ifPresent(ids -> values.put("subject in (:subjects)", ids));
        filter.subject().ifPresent(id -> values.put("subject = :one", id));
        if (!filter.accounts().isEmpty()) {
            values.put("account in (:accounts)", filter.accounts());
        }
        filter.organisation().ifPresent(id -> values.put("organisation = :organisation", id));
        filter.kind().ifPresent(kind -> values.put("kind = :kind", kind));
        filter.act().ifPresent(act -> values.put("starts_with(act, :act)", act));
        filter.from().ifPresent(from -> values.put("at >= :from", at(from)));
        filter.until().ifPresent(until -> values.put("at < :until", at(until)));
        filter.before().ifPresent(number -> values.put("number < :before", number));
        conditions.addAll(values.keySet());
        var query =
                jdbc.sql(COLUMNS + "where " + String.join(" and ", conditions) + " order by number desc limit :atMost");
        for (var value : values.entrySet()) {
            String name = value.getKey().replaceAll("^.*:(\\w+).*$", "$1");
            query = query.param(name, value.getValue());
        }
        return query.param("atMost", filter.atMost()).query(AuditTrail::entry).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reading> ofCases(Instant from, Instant until) {
        return ofCases("read", from, until);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reading> refusedOfCases(Instant from, Instant until) {
        return ofCases("refused", from, until);
    }

    private List<Reading> ofCases(String kind, Instant from, Instant until) {
        String key = CurrentViewer.get().map(Viewer::key).orElse("");
        Refused.unless(key.equals("system:audit-watch"), "shell.refused.not.found");
        return jdbc.sql("select at, account, organisation, subject from audit.entry where at >= ? and at < ?"
                        + " and kind = ? and subject_kind = 'case' and account is not null"
                        + " and organisation <> account and act <> 'audit.log' order by at")
                .params(at(from), at(until), kind)
                .query((row, number) -> new Reading(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("account", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getObject("subject", UUID.class)))
                .list();
    }

    private void add(String kind, String act, Subject subject, @Nullable String reason) {
        UUID account = CurrentViewer.get().map(Viewer::account).orElse(null);
        UUID organisation = CurrentViewer.get().map(Viewer::organisation).orElse(null);
        jdbc.sql("insert into audit.entry (at, account, organisation, kind, act, subject_kind, subject, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(at(clock.instant()))
                .param(account)
                .param(organisation)
                .param(kind)
                .param(act)
                .param(subject.kind())
                .param(subject.id())
                .param(reason)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new AuditEntry(
                row.getLong("number"),
                at,
                row.getObject("account", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("kind"),
                row.getString("act"),
                new Subject(row.getString("subject_kind"), row.getObject("subject", UUID.class)),
                row.getString("reason"));
    }
}
