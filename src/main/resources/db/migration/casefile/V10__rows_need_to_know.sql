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

alter table casefile.person_name enable row level security, force row level security;
create policy seen on casefile.person_name for all to masar_app
    using (access.sees(casefile.case_of(person), 'summary'));
create policy exported on casefile.person_name for select to masar_app using (access.viewer() = 'system:export');
create policy import_undone on casefile.person_name for all to masar_app using (access.viewer() = 'system:import');

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
