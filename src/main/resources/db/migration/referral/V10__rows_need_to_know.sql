create function referral.addressed(organisation uuid, state text) returns boolean language sql stable parallel safe
    return organisation = access.viewer_organisation() and state <> 'draft' and access.viewer_office('service-provider');
comment on function referral.addressed(uuid, text) is
    'Whether a referral is addressed to the viewer''s office and has left its sender.';

alter table referral.referral enable row level security, force row level security;
create policy seen on referral.referral for select to masar_app
    using (referral.addressed(to_organisation, state) or access.sees(case_id, 'full')
        or access.viewer() in ('system:way', 'system:export'));
create policy drafted_by_who_acts on referral.referral for insert to masar_app
    with check (from_account = access.viewer_account() and access.sees(case_id, 'full'));
create policy worked_on on referral.referral for update to masar_app
    using (referral.addressed(to_organisation, state) or access.sees(case_id, 'full')
        or access.viewer() = 'system:way');
