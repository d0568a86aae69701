create function screening.reads_cases() returns boolean language sql stable parallel safe
    return access.viewer_kind() not in ('', 'detaining', 'police');
comment on function screening.reads_cases() is
    'Whether a grant on the case opens its interviews: not to those who detain or police, who keep their own only.';

alter table screening.interview enable row level security, force row level security;
create policy seen on screening.interview for select to masar_app
    using (access.sees(id, 'existence')
        or (organisation = access.viewer_organisation() and access.sees(case_id, 'existence'))
        or (screening.reads_cases() and access.sees(case_id, 'summary'))
        or access.viewer() in ('system:way', 'system:export'));
create policy begun on screening.interview for insert to masar_app
    with check (interviewer = access.viewer_account() and access.sees(id, 'full'));
create policy worked_on on screening.interview for update to masar_app
    using (access.sees(id, 'full') or access.viewer() = 'system:way');

alter table screening.indication enable row level security, force row level security;
create policy seen on screening.indication for select to masar_app
    using (access.sees(interview, 'full')
        or (screening.reads_cases() and access.sees(case_id, 'full'))
        or access.viewer() = 'system:export');
create policy made on screening.indication for insert to masar_app
    with check (account = access.viewer_account() and access.sees(interview, 'full'));

alter table screening.urgent_need enable row level security, force row level security;
create policy seen on screening.urgent_need for select to masar_app
    using (access.sees(case_id, 'summary')
        or organisation = access.viewer_organisation()
        or (access.viewer_office('case-manager') and access.sees(case_id, 'existence'))
        or access.viewer() = 'system:way');
create policy raised on screening.urgent_need for insert to masar_app
    with check (raised_by = access.viewer_account() and access.sees(case_id, 'existence'));
create policy met on screening.urgent_need for update to masar_app
    using (access.sees(case_id, 'summary')
        or (access.viewer_office('case-manager') and access.sees(case_id, 'existence')));
