package masar.worklist.internal;

import java.time.InstantSource;
import masar.access.Accounts;
import masar.access.DutiesChanged;
import masar.access.Steward;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody who no longer works for an organisation no longer speaks for it. */
@Component
class FocalPointsWhoLeave {

    private final FocalPointBook book;
    private final Accounts accounts;
    private final Steward steward;
    private final InstantSource clock;

    FocalPointsWhoLeave(FocalPointBook book, Accounts accounts, Steward steward, InstantSource clock) {
        this.book = book;
        this.accounts = accounts;
        this.steward = steward;
        this.clock = clock;
    }

    @EventListener
    void changed(DutiesChanged fact) {
        boolean stays = accounts.colleague(fact.account())
                .filter(each -> each.organisation().equals(fact.organisation()))
                .filter(each -> each.roles().stream()
                        .anyMatch(role ->
                                accounts.colleagues(fact.organisation(), role).contains(each)))
                .isPresent();
        if (!stays) {
            steward.as(Steward.WAY, () -> book.end(fact.organisation(), fact.account(), clock.instant()));
        }
    }
}
