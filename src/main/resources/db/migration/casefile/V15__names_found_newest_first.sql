create or replace function casefile.named(wanted bytea[], at_most integer) returns table (case_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$
    select t.case_id from casefile.name_token t join access.grant_of_reading g on g.subject = t.case_id
    where t.token = any (wanted) and g.reader = any (access.viewer_keys()) and g.depth in ('summary', 'full')
        and g.ended_at is null and (g.until is null or g.until > access.moment())
    group by t.case_id order by count(distinct t.token) desc, max(g.given_at) desc limit at_most
$$;
comment on function casefile.named(bytea[], integer) is
    'Cases with any of these tokens whose person the viewer of this transaction may see; the most tokens in common first, then those seen since the shortest time.';
