alter table audit.leaf enable row level security, force row level security;
create policy grown_by_the_sealer on audit.leaf for all to masar_app using (access.viewer() like 'system:audit%');

alter table audit.signing_key enable row level security, force row level security;
create policy known_to_the_sealer on audit.signing_key for all to masar_app
    using (access.viewer() like 'system:audit%');

alter table audit.head enable row level security, force row level security;
create policy signed_by_the_sealer on audit.head for all to masar_app using (access.viewer() like 'system:audit%');
create policy kept_by_the_auditor on audit.head for select to masar_app using (access.viewer_office('auditor'));
