package masar.decline.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.decline.StubField;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stubs as they are kept. None says whose it is: neither a case nor an account stands in it. */
@Component
class StubBook {

    /** Under this name stubs are written and found by their code. */
    static final String STEWARD = "decline";

    private final JdbcClient jdbc;
    private final Steward steward;

    StubBook(JdbcClient jdbc, Steward steward) {
        this.jdbc = jdbc;
        this.steward = steward;
    }

    /** What is left of somebody; null is what the country does not let stay. */
    record Stub(
            UUID id,
            @Nullable LocalDate on,
            @Nullable String month,
            @Nullable UUID organisation,
            @Nullable String gender,
            @Nullable String ageBand,
            @Nullable String suspectedForm) {}

    void add(Stub stub, byte[] codeHash, LocalDate codeUntil) {
        steward.as(STEWARD, () -> {
            jdbc.sql("insert into decline.stub (id, declined_on, declined_in, organisation, gender, age_band,"
                            + " suspected_form, code_hash, code_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(stub.id())
                    .param(stub.on())
                    .param(stub.month())
                    .param(stub.organisation())
                    .param(stub.gender())
                    .param(stub.ageBand())
                    .param(stub.suspectedForm())
                    .param(codeHash)
                    .param(codeUntil)
                    .update();
        });
    }

    /** The stub whose code this is, if it still works today; afterwards it works no more. */
    Optional<Stub> use(byte[] codeHash, LocalDate today) {
        return steward.as(
                STEWARD,
                () -> jdbc.sql("update decline.stub set code_hash = null, came_back = true"
                                + " where code_hash = ? and code_until >= ? returning *")
                        .params(codeHash, today)
                        .query(StubBook::stub)
                        .optional());
    }

    Map<String, Integer> count(StubField field) {
        String column = switch (field) {
            case DAY -> "declined_on::text";
            case MONTH -> "declined_in";
            case ORGANISATION -> "organisation::text";
            case GENDER -> "gender";
            case AGE_BAND -> "age_band";
            case SUSPECTED_FORM -> "suspected_form";
        };
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("select coalesce(" + column
                        + ", '') as what, count(*) as many from decline.stub group by 1 order by 1")
                .query((row, number) -> counts.put(row.getString("what"), row.getInt("many")))
                .list();
        return counts;
    }

    private static Stub stub(ResultSet row, int number) throws SQLException {
        return new Stub(
                row.getObject("id", UUID.class),
                row.getObject("declined_on", LocalDate.class),
                row.getString("declined_in"),
                row.getObject("organisation", UUID.class),
                row.getString("gender"),
                row.getString("age_band"),
                row.getString("suspected_form"));
    }
}
