package masar.retention.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import masar.audit.Audit;
import masar.country.Countries;
import masar.retention.EndedRecord;
import masar.shared.Job;
import masar.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each night: lists the records whose period is over, for people to decide, and lets drafts go that nobody used. What was
 * reopened, held or erased meanwhile is not on the new list, or is shown as held.
 */
@Component
class NightRound implements Job {

    /** Records of each module looked at in one night, those that ended longest ago first. */
    private static final int AT_MOST = 100_000;

    private final RetentionRules rules;
    private final Keeping keeping;
    private final DueBook due;
    private final Audit audit;
    private final Countries countries;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    NightRound(
            RetentionRules rules,
            Keeping keeping,
            DueBook due,
            Audit audit,
            Countries countries,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rules = rules;
        this.keeping = keeping;
        this.due = due;
        this.audit = audit;
        this.countries = countries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Keeping.VIEWER;
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(24);
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(status -> findDue());
        transaction.executeWithoutResult(status -> dropDrafts());
    }

    private void findDue() {
        var zone = countries.current().calendar().zone();
        Instant now = clock.instant();
        Instant latest = rules.all().stream()
                .map(rule -> rule.endedBefore(now, zone))
                .max(Comparator.naturalOrder())
                .orElse(now);
        due.clear();
        for (EndedRecord record : keeping.endedBefore(latest, AT_MOST)) {
            Instant over = rules.of(record.recordClass()).over(record.since(), zone);
            if (!over.isAfter(now)) {
                due.add(record, over, now);
            }
        }
    }

    private void dropDrafts() {
        var zone = countries.current().calendar().zone();
        Instant begunBefore = rules.of(RetentionRules.DRAFT).endedBefore(clock.instant(), zone);
        for (Subject draft : keeping.dropDrafts(begunBefore)) {
            audit.done(draft, "retention.draft.expire");
        }
    }
}
