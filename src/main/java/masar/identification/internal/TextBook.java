package masar.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Viewer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts of decisions, each version of them, sealed under the key of the case. */
@Component
class TextBook {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    TextBook(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** A text as it was written last. */
    record Version(String body, boolean isFinal, UUID by) {}

    void add(Viewer by, CaseId id, UUID decision, Language language, Version version, Instant now) {
        UUID line = UUID.randomUUID();
        try {
            jdbc.sql("insert into identification.decision_text (id, decision, case_id, language, number, sealed_text,"
                            + " final, account, at) values (?, ?, ?, ?, (select count(*) + 1"
                            + " from identification.decision_text where decision = ? and language = ?), ?, ?, ?, ?)")
                    .params(
                            line,
                            decision,
                            id.value(),
                            language.code(),
                            decision,
                            language.code(),
                            sealing.sealFields(place(id, line), version.body()),
                            version.isFinal(),
                            by.account(),
                            OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException twoAtOnce) {
            throw new OptimisticLockingFailureException("written meanwhile", twoAtOnce);
        }
    }

    Optional<Version> last(CaseId id, UUID decision, Language language) {
        return jdbc.sql("select * from identification.decision_text where decision = ? and language = ?"
                        + " order by number desc limit 1")
                .params(decision, language.code())
                .query((row, number) -> version(id, row))
                .optional();
    }

    private Version version(CaseId id, ResultSet row) throws SQLException {
        return new Version(
                sealing.openFields(
                                place(id, row.getObject("id", UUID.class)), row.getBytes("sealed_text"), String.class)
                        .orElse(""),
                row.getBoolean("final"),
                row.getObject("account", UUID.class));
    }

    private static Place place(CaseId id, UUID line) {
        return Place.of("identification.decision_text.sealed_text", line, id.subject());
    }
}
