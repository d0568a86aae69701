package masar.decline.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often an account tried a code; kept also when what follows is refused, so that nobody guesses for long. */
@Component
@Transactional
class AttemptBook {

    private final JdbcClient jdbc;
    private final DeclineRules rules;
    private final InstantSource clock;

    AttemptBook(JdbcClient jdbc, DeclineRules rules, InstantSource clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** Notes one more; refused when there were too many. */
    void note(Viewer viewer) {
        CurrentViewer.require(viewer);
        jdbc.sql("delete from decline.attempt where account = ? and until <= ?")
                .params(viewer.account(), at(clock.instant()))
                .update();
        int before = jdbc.sql("select count(*) from decline.attempt where account = ?")
                .param(viewer.account())
                .query(Integer.class)
                .single();
        Refused.unless(before < rules.rules().tries(), "decline.refused.too.many");
        jdbc.sql("insert into decline.attempt (account, until) values (?, ?)")
                .params(viewer.account(), at(rules.until(rules.rules().triesWithin(), clock.instant())))
                .update();
    }

    /** The code was right: what was tried before does not count any more. */
    void forget(Viewer viewer) {
        jdbc.sql("delete from decline.attempt where account = ?")
                .param(viewer.account())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
