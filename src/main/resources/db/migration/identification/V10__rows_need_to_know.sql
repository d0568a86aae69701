alter table identification.decision enable row level security, force row level security;
create policy seen on identification.decision for select to masar_app
    using (access.sees(case_id, 'summary') or access.viewer() = 'system:export');
create policy decided_by_who_acts on identification.decision for insert to masar_app
    with check (decided_by = access.viewer_account() and access.sees(case_id, 'summary'));

alter table identification.reflection_period enable row level security, force row level security;
create policy seen on identification.reflection_period for all to masar_app
    using (access.sees(case_id, 'summary') or access.viewer() = 'system:export');
