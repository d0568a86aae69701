package masar.worklist.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who speaks for an organisation among the institutions. */
@Component
class FocalPointBook {

    private final JdbcClient jdbc;

    FocalPointBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts named by this organisation that still work there. */
    List<UUID> of(UUID organisation) {
        return jdbc.sql("select account from worklist.focal_point where organisation = ? and ended_at is null"
                        + " order by named_at, id")
                .param(organisation)
                .query(UUID.class)
                .list();
    }

    /** False when this person was named before. */
    boolean name(UUID organisation, UUID account, UUID namedBy, Instant now) {
        return jdbc.sql("insert into worklist.focal_point (id, organisation, account, named_by, named_at)"
                                + " values (gen_random_uuid(), ?, ?, ?, ?)"
                                + " on conflict (organisation, account) where ended_at is null do nothing")
                        .params(organisation, account, namedBy, at(now))
                        .update()
                == 1;
    }

    void end(UUID organisation, UUID account, Instant now) {
        jdbc.sql(
                        "update worklist.focal_point set ended_at = ? where organisation = ? and account = ? and ended_at is null")
                .params(at(now), organisation, account)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
