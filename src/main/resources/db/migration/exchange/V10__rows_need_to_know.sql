alter table exchange.import_batch enable row level security, force row level security;
create policy exchanged on exchange.import_batch for all to masar_app
    using (access.viewer() in ('system:import', 'system:export'));

alter table exchange.imported_record enable row level security, force row level security;
create policy exchanged on exchange.imported_record for all to masar_app
    using (access.viewer() in ('system:import', 'system:export'));
create policy seen on exchange.imported_record for select to masar_app using (access.sees(case_id, 'full'));
