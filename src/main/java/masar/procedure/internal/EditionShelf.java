package masar.procedure.internal;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import masar.country.PackFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which editions are proposed, published or withdrawn. */
@Component
class EditionShelf {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    EditionShelf(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An edition on the shelf; {@code proposedBy} is empty for one of the first start. */
    record Entry(String edition, String digest, String state, Optional<UUID> proposedBy) {

        boolean is(String wanted) {
            return state.equals(wanted);
        }
    }

    /** By id. Whoever changes one waits for whoever changes any. */
    Map<String, Entry> lock() {
        jdbc.sql("lock table procedure.edition in share row exclusive mode").update();
        return entries();
    }

    Map<String, Entry> entries() {
        var entries = new TreeMap<String, Entry>();
        jdbc.sql("select edition, digest, state, proposed_by from procedure.edition")
                .query((row, number) -> new Entry(
                        row.getString("edition"),
                        row.getString("digest"),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("proposed_by", UUID.class))))
                .list()
                .forEach(entry -> entries.put(entry.edition(), entry));
        return entries;
    }

    void put(String edition, String digest, String state, @Nullable UUID by) {
        jdbc.sql("insert into procedure.edition (edition, digest, state, proposed_by, proposed_at)"
                        + " values (?, ?, ?, ?, ?) on conflict (edition) do update set digest = excluded.digest,"
                        + " state = excluded.state, proposed_by = excluded.proposed_by,"
                        + " proposed_at = excluded.proposed_at, decided_by = null, decided_at = null")
                .param(edition)
                .param(digest)
                .param(state)
                .param(by)
                .param(now())
                .update();
    }

    void decide(String edition, String state, UUID by) {
        jdbc.sql("update procedure.edition set state = ?, decided_by = ?, decided_at = ? where edition = ?")
                .params(state, by, now(), edition)
                .update();
    }

    void changed(String edition, String digest) {
        jdbc.sql("update procedure.edition set digest = ? where edition = ?")
                .params(digest, edition)
                .update();
    }

    /** Of everything an edition is read from: its words, its diagram and its tables. */
    static String digest(PackFolder folder, String edition) {
        var files = new TreeMap<String, String>();
        String own = "procedure/" + edition + "/";
        folder.list("decisions", ".dmn").forEach(file -> files.put(file.stem(), file.text()));
        folder.list(own + "decisions", ".dmn").forEach(file -> files.put(file.stem(), file.text()));
        for (String part : List.of(own + "edition.yaml", EditionLibrary.diagramOf(folder, edition))) {
            files.put(part, folder.file(part).text());
        }
        return UUID.nameUUIDFromBytes(files.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
