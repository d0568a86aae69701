package masar.casefile.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.casefile.CaseCard;
import masar.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of cases, joined with the grants that let the viewer know of them. */
@Component
class CaseLists {

    private final JdbcClient jdbc;

    CaseLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseCard> newest(Collection<String> readers, String codePrefix, int atMost) {
        return jdbc.sql("""
                select c.id, c.code, c.owner, c.manager, c.state, c.opened_at,
                    max(case g.depth when 'full' then 3 when 'summary' then 1 else 0 end) as depth
                from unnest(:readers::text[]) as key
                    cross join lateral (
                        select subject, depth from access.grant_of_reading
                        where reader = key and ended_at is null and subject_kind = 'case' and depth <> 'packet'
                            and (until is null or until > access.moment())
                        order by given_at desc limit :newest) g
                    join casefile.case_record c on c.id = g.subject
                where c.code like :prefix
                group by c.id order by c.opened_at desc limit :atMost""")
                .param("readers", readers.toArray(String[]::new))
                .param("newest", codePrefix.isEmpty() ? 2 * atMost : Integer.MAX_VALUE)
                .param("prefix", codePrefix.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z-]", "") + "%")
                .param("atMost", atMost)
                .query(CaseLists::card)
                .list();
    }

    private static CaseCard card(ResultSet row, int number) throws SQLException {
        return new CaseCard(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getObject("owner", UUID.class),
                Optional.ofNullable(row.getObject("manager", UUID.class)),
                row.getString("state"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Depth.values()[row.getInt("depth")]);
    }
}
