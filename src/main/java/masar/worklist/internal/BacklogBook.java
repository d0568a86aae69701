package masar.worklist.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import masar.access.Steward;
import masar.shared.CurrentViewer;
import masar.shared.LocalizedText;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.worklist.Backlog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class BacklogBook implements Backlog {

    private final JdbcClient jdbc;
    private final Steward steward;

    BacklogBook(JdbcClient jdbc, Steward steward) {
        this.jdbc = jdbc;
        this.steward = steward;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pile> piles(Viewer viewer, Map<String, String> stationOfStep, Narrowing narrowing) {
        CurrentViewer.require(viewer);
        var steps = new ArrayList<String>();
        var stations = new ArrayList<String>();
        stationOfStep.forEach((step, station) -> {
            steps.add(step);
            stations.add(station);
        });
        return jdbc.sql("select * from worklist.backlog(?, ?, ?, ?::uuid, ?, ?) order by waiting desc, key")
                .param(steps.toArray(String[]::new))
                .param(stations.toArray(String[]::new))
                .param(narrowing.station().orElse(null))
                .param(narrowing.organisation().map(Object::toString).orElse(null))
                .param(narrowing.area().orElse(null))
                .param(narrowing.lateOnly())
                .query(BacklogBook::pile)
                .list();
    }

    @Override
    public void locate(Subject subject, String governorate) {
        steward.as(Steward.WAY, () -> {
            jdbc.sql("insert into worklist.subject_area (subject, area) values (?, ?)"
                            + " on conflict (subject) do update set area = excluded.area")
                    .params(subject.id(), governorate)
                    .update();
        });
    }

    private static Pile pile(ResultSet row, int number) throws SQLException {
        double late = row.getDouble("longest_late");
        boolean none = row.wasNull();
        return new Pile(
                row.getString("part"),
                row.getString("key"),
                name(row),
                row.getLong("subjects"),
                row.getLong("waiting"),
                row.getLong("late"),
                row.getLong("acted"),
                row.getLong("escalated"),
                Duration.ofSeconds((long) row.getDouble("typical")),
                Duration.ofSeconds((long) row.getDouble("longest")),
                none ? null : Duration.ofSeconds((long) late));
    }

    private static LocalizedText name(ResultSet row) throws SQLException {
        String arabic = row.getString("name_ar");
        return arabic == null
                ? LocalizedText.same("–")
                : new LocalizedText(arabic, row.getString("name_fr"), row.getString("name_en"));
    }
}
