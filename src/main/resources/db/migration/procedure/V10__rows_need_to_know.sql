alter table procedure.way enable row level security, force row level security;
create policy seen on procedure.way for select to masar_app
    using (access.sees(subject, 'existence') or access.viewer() in ('system:import', 'system:export'));
create policy moved_by_the_way on procedure.way for all to masar_app using (access.viewer() = 'system:way');

alter table procedure.passage enable row level security, force row level security;
create policy seen on procedure.passage for select to masar_app
    using (access.sees(subject, 'existence') or access.viewer() in ('system:import', 'system:export'));
create policy moved_by_the_way on procedure.passage for all to masar_app using (access.viewer() = 'system:way');
