package masar.worklist.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import masar.access.Steward;
import masar.audit.Audit;
import masar.country.Countries;
import masar.worklist.StepEscalated;
import masar.worklist.internal.EscalationRules.Chain;
import masar.worklist.internal.RingBook.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people of steps that wait. A step is claimed, its notices are written and its next level is set in one
 * transaction, so that each is told once, however many copies of Masar look and wherever one of them is cut off.
 */
@Component
@Transactional
class Ringing {

    private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);

    /** How long a step whose telling failed is left alone, so that it holds up no other. */
    private static final java.time.Duration AFTER_FAILURE = java.time.Duration.ofHours(1);

    private final RingBook book;
    private final EscalationRules rules;
    private final Recipients recipients;
    private final Steward steward;
    private final Surroundings surroundings;
    private final TransactionTemplate each;

    Ringing(
            RingBook book,
            EscalationRules rules,
            Recipients recipients,
            Steward steward,
            Surroundings surroundings,
            PlatformTransactionManager transactions) {
        this.book = book;
        this.rules = rules;
        this.recipients = recipients;
        this.steward = steward;
        this.surroundings = surroundings;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The present moment, the country's calendar, and who hears of it. */
    @Component("worklistSurroundings")
    record Surroundings(InstantSource clock, Countries countries, Audit audit, ApplicationEventPublisher facts) {}

    /** Tells of at most so many steps; returns how many it found. */
    int ring(int atMost) {
        Instant now = surroundings.clock().instant();
        return steward.as(Steward.WAY, () -> {
            List<Waiting> claimed = book.claim(now, atMost);
            var round = recipients.round();
            claimed.forEach(step -> ring(step, now, round));
            return claimed.size();
        });
    }

    private void ring(Waiting step, Instant now, Recipients.Round round) {
        try {
            each.executeWithoutResult(status -> tell(step, now, round));
        } catch (RuntimeException failure) {
            LOG.error("telling of a step of {} failed: {}", step.step(), failure.toString());
            book.goOn(step.id(), step.rung(), step.tellings(), now.plus(AFTER_FAILURE));
        }
    }

    private void tell(Waiting step, Instant now, Recipients.Round round) {
        var chain = rules.chain(step.openedAt(), step.dueAt());
        boolean late = !step.dueAt().isAfter(now);
        if (step.rung() == 0 && !late) {
            boolean told = tell(step, Level.REMINDER, round.of(Level.REMINDER, step), now);
            book.goOn(step.id(), 1, step.tellings() + (told ? 1 : 0), step.dueAt());
            return;
        }
        Set<String> before = step.rung() > 1 ? book.told(step.id()) : Set.of();
        int last = chain.rungs().size();
        for (int rung = Math.max(1, step.rung()); rung <= last; rung++) {
            Level level = chain.rung(rung).to();
            var wanted = round.of(level, step).stream()
                    .filter(each -> !before.contains(each.key()))
                    .toList();
            if (tell(step, level, wanted, now)) {
                book.goOn(step.id(), rung + 1, step.tellings() + 1, next(chain, rung + 1, now));
                return;
            }
        }
        boolean again = step.rung() > last
                && tell(step, chain.rung(last).to(), round.of(chain.rung(last).to(), step), now);
        book.goOn(step.id(), last + 1, step.tellings() + (again ? 1 : 0), null);
    }

    private @Nullable Instant next(Chain chain, int rung, Instant now) {
        var after = rung > chain.rungs().size() ? null : chain.rung(rung).after();
        return after == null
                ? null
                : surroundings.countries().current().calendar().due(now, after);
    }

    /** Tells all of them; false when there is nobody. */
    private boolean tell(Waiting step, Level level, List<Recipient> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return false;
        }
        wanted.forEach(recipient -> book.tell(step, level, recipient, now));
        switch (level) {
            case REMINDER -> surroundings.audit().done(step.subject(), "worklist.remind");
            case OFFICER -> surroundings.audit().done(step.subject(), "worklist.overdue");
            default -> {
                surroundings.audit().done(step.subject(), "worklist.escalate");
                surroundings
                        .facts()
                        .publishEvent(new StepEscalated(step.subject(), step.id(), step.step(), level.code()));
            }
        }
        return true;
    }
}
