alter table intake.report enable row level security, force row level security;
create policy seen on intake.report for select to masar_app
    using (access.sees(id, 'full') or access.sees(case_id, 'full'));
create policy written_by_who_took_it on intake.report for insert to masar_app
    with check (taken_by = access.viewer_account() and access.sees(id, 'full'));
create policy worked_on on intake.report for update to masar_app using (access.sees(id, 'full'));
