package masar.conflict.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.sealing.SubjectErased;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who is accused, sealed under the key of the case; inside the transaction of whoever calls. */
@Component
class AccusedBook {

    private static final String COLUMNS = "select a.* from conflict.accused a"
            + " left join conflict.accused_removal r on r.accused = a.id where r.accused is null and a.case_id = ? ";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Tokens tokens;

    AccusedBook(JdbcClient jdbc, Sealing sealing, Tokens tokens) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.tokens = tokens;
    }

    /** What is sealed of an accused. */
    record Words(@Nullable String name, @Nullable String employer) {

        static final Words ERASED = new Words(null, null);

        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    void add(CaseId id, Accused accused) {
        var words = new Words(accused.name(), accused.employer());
        jdbc.sql("insert into conflict.accused (id, case_id, role, organisation, sealed, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(accused.id())
                .param(id.value())
                .param(accused.role())
                .param(accused.organisation())
                .param(sealing.sealFields(place(id, accused.id()), words))
                .param(accused.recordedBy())
                .param(at(accused.recordedAt()))
                .update();
        tokens.writeAccused(accused.id(), accused.organisation(), accused.employer());
    }

    void remove(CaseId id, UUID accused, String reason, Viewer by, Instant now) {
        jdbc.sql("insert into conflict.accused_removal (accused, case_id, sealed_reason, removed_by, removed_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        accused,
                        id.value(),
                        sealing.sealFields(
                                Place.of("conflict.accused_removal.sealed_reason", accused, id.subject()), reason),
                        by.account(),
                        at(now))
                .update();
        tokens.forgetAccused(accused);
    }

    /** Those who are accused in a case now. */
    List<Accused> of(CaseId id) {
        return jdbc.sql(COLUMNS + "order by a.recorded_at, a.id")
                .param(id.value())
                .query((row, number) -> accused(id, row))
                .list();
    }

    Optional<Accused> find(CaseId id, UUID accused) {
        return jdbc.sql(COLUMNS + "and a.id = ?")
                .params(id.value(), accused)
                .query((row, number) -> accused(id, row))
                .optional();
    }

    @EventListener
    void erased(SubjectErased fact) {
        if (fact.subject().kind().equals("case")) {
            jdbc.sql("select conflict.erase(?)")
                    .param(fact.subject().id())
                    .query(Integer.class)
                    .single();
        }
    }

    /** What was sealed of an accused, for the comparison; nothing once the case was erased. */
    Words open(CaseId id, UUID accused, byte[] sealed) {
        return sealing.openFields(place(id, accused), sealed, Words.class).orElse(Words.ERASED);
    }

    private Accused accused(CaseId id, ResultSet row) throws SQLException {
        UUID accused = row.getObject("id", UUID.class);
        var words = open(id, accused, row.getBytes("sealed"));
        return new Accused(
                accused,
                row.getString("role"),
                row.getObject("organisation", UUID.class),
                words.name(),
                words.employer(),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Place place(CaseId id, UUID accused) {
        return Place.of("conflict.accused.sealed", accused, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
