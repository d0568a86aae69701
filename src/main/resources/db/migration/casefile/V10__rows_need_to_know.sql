create index on casefile.case_record (person);

create function casefile.case_of(which uuid) returns uuid
    language sql stable parallel safe security definer set search_path = pg_catalog
    return (select c.id from casefile.case_record c where c.person = which);
comment on function casefile.case_of(uuid) is 'The case that a person''s record belongs to.';

alter table casefile.case_record enable row level security, force row level security;
create policy seen on casefile.case_record for select to masar_app
    using (access.sees(id, 'existence') or access.viewer() in ('system:way', 'system:import', 'system:export'));
create policy begun on casefile.case_record for insert to masar_app with check (access.sees(id, 'existence'));
create policy worked_on on casefile.case_record for update to masar_app
    using (access.sees(id, 'existence') or access.viewer() in ('system:way', 'system:import'));

alter table casefile.person enable row level security, force row level security;
create policy seen on casefile.person for all to masar_app
    using (access.sees(casefile.case_of(id), 'summary'));
create policy exported on casefile.person for select to masar_app using (access.viewer() = 'system:export');
create policy import_undone on casefile.person for all to masar_app using (access.viewer() = 'system:import');

alter table casefile.name_token enable row level security, force row level security;
create policy seen on casefile.name_token for all to masar_app using (access.sees(case_id, 'summary'));
create policy kept_by_desks on casefile.name_token for all to masar_app
    using (access.viewer() in ('system:import', 'system:keys'));

create function casefile.named(wanted bytea[], at_most integer) returns table (case_id uuid)
    language sql stable security definer set search_path = pg_catalog
as $$
    select t.case_id from casefile.name_token t join access.grant_of_reading g on g.subject = t.case_id
    where t.token = any (wanted) and g.reader = any (access.viewer_keys()) and g.depth in ('summary', 'full')
        and g.ended_at is null and (g.until is null or g.until > access.moment())
    group by t.case_id order by count(distinct t.token) desc limit at_most
$$;
comment on function casefile.named(bytea[], integer) is
    'Cases with any of these tokens whose person the viewer of this transaction may see; the most tokens in common first.';

alter table casefile.consent enable row level security, force row level security;
create policy seen on casefile.consent for all to masar_app using (access.sees(case_id, 'summary'));

alter table casefile.chronology enable row level security, force row level security;
create policy seen on casefile.chronology for select to masar_app
    using (access.sees(case_id, 'full') or access.viewer() = 'system:import');
create policy told_by_who_acts on casefile.chronology for insert to masar_app
    with check (account = access.viewer_account() and access.viewer() = 'system:way');

alter table casefile.closure enable row level security, force row level security;
create policy seen on casefile.closure for select to masar_app using (access.sees(case_id, 'full'));
create policy told_by_who_acts on casefile.closure for insert to masar_app
    with check (account = access.viewer_account() and access.sees(case_id, 'full'));
