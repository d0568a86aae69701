package masar.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import masar.casefile.CaseCode;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.Subject;
import org.postgresql.PGConnection;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies one case that was lived through the product's acts many times, by COPY: every row of it with ids and codes of
 * its own, in one organisation or another, and what is sealed is sealed anew for its new place by the product's own code.
 */
final class Copies {

    private static final int AT_ONCE = 500;
    private static final List<String> TABLES = List.of(
            "access.grant_of_reading",
            "intake.report",
            "casefile.person",
            "casefile.case_record",
            "casefile.chronology",
            "procedure.way",
            "procedure.passage",
            "worklist.task");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Connection administrator;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final Random random;

    Copies(Connection administrator, Sealing sealing, TransactionTemplate transaction, Random random) {
        this.administrator = administrator;
        this.sealing = sealing;
        this.transaction = transaction;
        this.random = random;
    }

    /** One case as it lies in the tables. */
    record Original(
            UUID report,
            UUID caseId,
            UUID person,
            String reportCode,
            String caseCode,
            Map<String, List<String>> rows) {}

    Original read(UUID report) throws SQLException, IOException {
        UUID caseId = UUID.fromString(text("select case_id from intake.report where id = '" + report + "'"));
        UUID person = UUID.fromString(text("select person from casefile.case_record where id = '" + caseId + "'"));
        var rows = new LinkedHashMap<String, List<String>>();
        for (String table : TABLES) {
            var copied = new StringWriter();
            var unused = copy().copyOut(
                            "copy (select * from %s t where t::text ~ '%s|%s|%s') to stdout"
                                    .formatted(table, report, caseId, person),
                            copied);
            rows.put(table, copied.toString().lines().toList());
        }
        return new Original(
                report,
                caseId,
                person,
                text("select code from intake.report where id = '" + report + "'"),
                text("select code from casefile.case_record where id = '" + caseId + "'"),
                rows);
    }

    /** Adds this many copies; the owner of the original becomes one of these, so that cases spread over them. */
    void add(Original original, int count, UUID owner, List<UUID> owners) {
        for (int done = 0; done < count; done += AT_ONCE) {
            var lines = new LinkedHashMap<String, StringBuilder>();
            TABLES.forEach(table -> lines.put(table, new StringBuilder()));
            int now = Math.min(AT_ONCE, count - done);
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < now; i++) {
                    one(original, owner, owners.get(random.nextInt(owners.size())), lines);
                }
            });
            for (var table : lines.entrySet()) {
                try {
                    var unused = copy().copyIn(
                                    "copy " + table.getKey() + " from stdin",
                                    new StringReader(table.getValue().toString()));
                } catch (IOException | SQLException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
    }

    private void one(Original original, UUID owner, UUID newOwner, Map<String, StringBuilder> lines) {
        var ids = new HashMap<String, String>();
        ids.put(owner.toString(), newOwner.toString());
        for (UUID own : List.of(original.report(), original.caseId(), original.person())) {
            ids.put(own.toString(), UUID.randomUUID().toString());
        }
        String code = CaseCode.random();
        var words = Map.of(original.reportCode(), "R-" + CaseCode.random(), original.caseCode(), code);
        var report =
                new Subject("report", UUID.fromString(ids.get(original.report().toString())));
        var caseSubject =
                new Subject("case", UUID.fromString(ids.get(original.caseId().toString())));
        sealing.belongsTo(report, newOwner);
        sealing.belongsTo(caseSubject, newOwner);
        original.rows().forEach((table, rows) -> {
            for (String row : rows) {
                var cells = new ArrayList<>(List.of(row.split("\t", -1)));
                freshRowId(table, cells, ids);
                for (int cell = 0; cell < cells.size(); cell++) {
                    cells.set(cell, mapped(cells.get(cell), ids, words));
                }
                if (table.equals("procedure.way")) {
                    cells.set(INSTANCE, "\\N");
                }
                sealedAnew(table, row, cells, original, report, caseSubject);
                lines.get(table).append(String.join("\t", cells)).append('\n');
            }
        });
    }

    /** The row's own id, where it has one that nothing else names. */
    private void freshRowId(String table, List<String> cells, Map<String, String> ids) {
        if (table.equals("access.grant_of_reading")) {
            ids.put(cells.get(GRANT_ID), UUID.randomUUID().toString());
        } else if (List.of("casefile.chronology", "procedure.passage", "worklist.task")
                .contains(table)) {
            ids.put(cells.getFirst(), UUID.randomUUID().toString());
        }
    }

    private static final int GRANT_ID = 8;

    /** A copied way enters the engine when it next moves. */
    private static final int INSTANCE = 9;

    private static String mapped(String cell, Map<String, String> ids, Map<String, String> words) {
        String found = ID.matcher(cell).replaceAll(id -> ids.getOrDefault(id.group(), id.group()));
        for (var word : words.entrySet()) {
            found = found.equals(word.getKey()) ? word.getValue() : found;
        }
        return found;
    }

    private void sealedAnew(
            String table, String row, List<String> cells, Original original, Subject report, Subject caseSubject) {
        List<String> before = List.of(row.split("\t", -1));
        for (int cell = 0; cell < cells.size(); cell++) {
            if (!before.get(cell).startsWith("\\\\x")) {
                continue;
            }
            boolean ofReport = table.equals("intake.report");
            String column =
                    ofReport ? (cell < 8 ? "intake.report.sealed" : "intake.report.sealed_reasons") : table + ".sealed";
            var from = Place.of(
                    column,
                    ofReport ? original.report() : original.person(),
                    ofReport ? new Subject("report", original.report()) : new Subject("case", original.caseId()));
            var to = Place.of(column, UUID.fromString(cells.getFirst()), ofReport ? report : caseSubject);
            byte[] content = Objects.requireNonNull(
                    sealing.open(from, HexFormat.of().parseHex(before.get(cell).substring(3)))
                            .orElse(new byte[0]));
            cells.set(cell, "\\\\x" + HexFormat.of().formatHex(sealing.seal(to, content)));
        }
    }

    /** Some cases of this organisation that nobody has taken. */
    List<UUID> casesOf(UUID owner, int count) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var statement = administrator.prepareStatement(
                "select id from casefile.case_record where owner = ? and manager is null limit ?")) {
            statement.setObject(1, owner);
            statement.setInt(2, count);
            var rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    private org.postgresql.copy.CopyManager copy() throws SQLException {
        return administrator.unwrap(PGConnection.class).getCopyAPI();
    }

    private String text(String sql) throws SQLException {
        try (var statement = administrator.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
