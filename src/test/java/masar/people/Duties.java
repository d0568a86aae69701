package masar.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import masar.access.Accounts;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What is open about a case beside the steps of its way, and time going by so that it rings. */
@Component
@ConditionalOnProperty(name = "masar.clock", havingValue = "movable")
public class Duties {

    private final MovableClock clock;
    private final List<Job> jobs;
    private final Accounts accounts;

    Duties(MovableClock clock, List<Job> jobs, Accounts accounts) {
        this.clock = clock;
        this.jobs = jobs;
        this.accounts = accounts;
    }

    /** Due times of what is open, by step. */
    public static Map<String, Instant> of(CaseId id) {
        var open = new TreeMap<String, Instant>();
        rows(
                        id,
                        "done_at is null",
                        "step || ' ' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .forEach(row -> open.put(row.split(" ")[0], Instant.parse(row.split(" ")[1])));
        return open;
    }

    /** Organisation and role of each open step: {@code step organisation role}. */
    public static List<String> whose(CaseId id) {
        return rows(
                id,
                "done_at is null",
                "step || ' ' || (select o.key from directory.organisation o where o.id = organisation) || ' ' || role");
    }

    /** The levels that were told of the open step, the first first. */
    public static List<String> told(CaseId id, String step) {
        return list("select n.level from worklist.notice n join worklist.task t on t.id = n.task where t.subject = '"
                + id.value() + "' and t.step = '" + step + "' and t.done_at is null order by n.telling");
    }

    private static List<String> rows(CaseId id, String condition, String what) {
        return list("select " + what + " from worklist.task where subject = '" + id.value() + "' and " + condition
                + " order by due_at, step");
    }

    /** Lets time go by, and whoever must be told is told. */
    public void timeGoesBy(Duration duration) {
        clock.advance(duration);
        var timers = jobs.stream()
                .filter(job -> job.name().equals("worklist-timers"))
                .findFirst()
                .orElseThrow();
        CurrentViewer.run(accounts.system(timers.name()), timers::run);
    }

    private static List<String> list(String sql) {
        try (var everything = TestDatabase.administrator();
                var rows = everything.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
