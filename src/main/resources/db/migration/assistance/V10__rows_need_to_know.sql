alter table assistance.service_delivered enable row level security, force row level security;
create policy seen on assistance.service_delivered for select to masar_app
    using (access.viewer_kind() <> 'justice'
        and (organisation = access.viewer_organisation() or access.sees(case_id, 'full')
            or access.viewer() = 'system:export'));
create policy told_by_who_acts on assistance.service_delivered for insert to masar_app
    with check (recorded_by = access.viewer_account()
        and (access.sees(case_id, 'full') or access.sees(referral, 'packet')));
comment on policy seen on assistance.service_delivered is 'Justice never reads assistance, whatever it was granted.';
