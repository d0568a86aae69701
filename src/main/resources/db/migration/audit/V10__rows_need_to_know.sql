alter table audit.entry enable row level security, force row level security;
create policy own_seen_or_audited on audit.entry for select to masar_app
    using (account = access.viewer_account() or access.viewer_office('auditor')
        or access.viewer() like 'system:audit%' or access.sees(subject, 'full'));
create policy told_by_who_acts on audit.entry for insert to masar_app
    with check (account is null or account = access.viewer_account() or access.viewer() is null);
