package masar.exchange.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps which files came in and what each case was imported with. */
@Component
class ImportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final byte[] NOTHING = {'{', '}'};

    private final JdbcClient jdbc;
    private final Sealing sealing;

    ImportStore(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** A file that came in. */
    record Batch(UUID id, String fileHash, UUID owner, Instant at, UUID by, int rows) {}

    /** Lets one import run at a time, until the end of the transaction. */
    void waitForTurn() {
        jdbc.sql("select pg_advisory_xact_lock(7216002)").query().listOfRows();
    }

    /** The newest import of a file with this hash that stands. */
    Optional<Instant> importedAt(String fileHash) {
        return jdbc.sql("select max(at) from exchange.import_batch where file_sha256 = ? and undone_at is null")
                .param(fileHash)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void add(Batch batch) {
        jdbc.sql("insert into exchange.import_batch (id, file_sha256, owner, at, by, rows) values (?, ?, ?, ?, ?, ?)")
                .params(batch.id(), batch.fileHash(), batch.owner(), at(batch.at()), batch.by(), batch.rows())
                .update();
    }

    void add(UUID batch, CaseId id, HtcdsRecord row) {
        jdbc.sql("insert into exchange.imported_record (case_id, batch, row_number, sealed)" + " values (?, ?, ?, ?)")
                .params(id.value(), batch, row.row(), sealing.seal(place(id), json(row)))
                .update();
    }

    /** The cases of an import that stands, in the order of the file; empty when there is no such import. */
    List<CaseId> cases(UUID batch) {
        return jdbc
                .sql("select r.case_id from exchange.imported_record r join exchange.import_batch b on b.id = r.batch"
                        + " where b.id = ? and b.undone_at is null order by r.row_number")
                .param(batch)
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    /** Forgets what the cases of an import came with; which cases they were stays known. */
    void undo(UUID batch, Instant now) {
        jdbc.sql("update exchange.imported_record set sealed = null where batch = ?")
                .param(batch)
                .update();
        jdbc.sql("update exchange.import_batch set undone_at = ? where id = ?")
                .params(at(now), batch)
                .update();
    }

    /** What the cases of all standing imports came with, file after file, in the order of their rows. */
    Map<CaseId, HtcdsRecord> records() {
        var records = new LinkedHashMap<CaseId, HtcdsRecord>();
        jdbc.sql("select r.case_id, r.row_number, r.sealed from exchange.imported_record r"
                        + " join exchange.import_batch b on b.id = r.batch where b.undone_at is null"
                        + " order by b.at, b.id, r.row_number")
                .query(row -> {
                    var id = new CaseId(row.getObject("case_id", UUID.class));
                    byte[] fields =
                            sealing.open(place(id), row.getBytes("sealed")).orElse(NOTHING);
                    records.put(id, record(row.getInt("row_number"), fields));
                });
        return records;
    }

    private static Place place(CaseId id) {
        return Place.of("exchange.imported_record.sealed", id.value(), id.subject());
    }

    private static byte[] json(HtcdsRecord row) {
        var node = JSON.createObjectNode();
        row.values().forEach((field, values) -> values.forEach(node.putArray(field.code())::add));
        return JSON.writeValueAsBytes(node);
    }

    private static HtcdsRecord record(int row, byte[] json) {
        var values = new EnumMap<HtcdsField, List<String>>(HtcdsField.class);
        JSON.readTree(json).properties().forEach(entry -> {
            var list = new ArrayList<String>();
            entry.getValue().forEach(value -> list.add(value.stringValue()));
            HtcdsField.ofHead(entry.getKey()).ifPresent(field -> values.put(field, list));
        });
        return new HtcdsRecord(row, values);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
