package masar.worklist.internal;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names and ends focal points as the viewer of the moment, for tests. */
@Component
@ConditionalOnProperty("masar.demonstration")
public class InventedFocalPoints {

    private final FocalPointBook book;
    private final InstantSource clock;

    InventedFocalPoints(FocalPointBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public void name(UUID organisation, UUID account, UUID by) {
        book.name(organisation, account, by, clock.instant());
    }

    @Transactional
    public void end(UUID organisation, UUID account) {
        book.end(organisation, account, clock.instant());
    }
}
