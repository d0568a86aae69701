create schema oversight;
grant usage on schema oversight to masar_app;

create table oversight.alarm (
    id uuid primary key,
    account uuid not null,
    organisation uuid not null,
    day date not null,
    raised_at timestamptz not null,
    unique (account, day)
);
grant select, insert on oversight.alarm to masar_app;
comment on table oversight.alarm is 'somebody read unusually on one day; told to the supervisor once for an account and a day';
comment on column oversight.alarm.id is '[technical] random';
comment on column oversight.alarm.account is '[technical] who read';
comment on column oversight.alarm.organisation is '[technical] their organisation, whose supervisor looks';
comment on column oversight.alarm.day is '[technical] day in the time zone of the country';
comment on column oversight.alarm.raised_at is '[technical] when the watch found it';

create table oversight.alarm_reason (
    alarm uuid not null references oversight.alarm,
    organisation uuid not null,
    reason text not null check (reason in ('many-cases', 'outside-hours', 'relations')),
    cases int not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (alarm, reason)
);
grant select, insert on oversight.alarm_reason to masar_app;
comment on table oversight.alarm_reason is 'why an alarm was raised, with the numbers of that moment';
comment on column oversight.alarm_reason.alarm is '[technical] the alarm';
comment on column oversight.alarm_reason.organisation is '[technical] organisation of the alarm';
comment on column oversight.alarm_reason.reason is '[code] many-cases, outside-hours or relations';
comment on column oversight.alarm_reason.cases is '[technical] how many different cases';
comment on column oversight.alarm_reason.first_at is '[technical] first of these readings';
comment on column oversight.alarm_reason.last_at is '[technical] last of these readings';

create table oversight.alarm_review (
    alarm uuid primary key references oversight.alarm,
    organisation uuid not null,
    outcome text not null check (outcome in ('explained', 'talked', 'passed-on')),
    account uuid not null,
    at timestamptz not null
);
grant select, insert on oversight.alarm_review to masar_app;
comment on table oversight.alarm_review is 'what a supervisor found; once, and never changed';
comment on column oversight.alarm_review.alarm is '[technical] the alarm';
comment on column oversight.alarm_review.organisation is '[technical] organisation of the alarm';
comment on column oversight.alarm_review.outcome is '[code] explained by the work, talked with the colleague, or passed on';
comment on column oversight.alarm_review.account is '[technical] who looked';
comment on column oversight.alarm_review.at is '[technical] when';

create function oversight.watches(watched uuid) returns boolean language sql stable parallel safe
    return access.viewer_office('auditor') or access.viewer_office('coordinator')
        or (watched = access.viewer_organisation() and access.viewer_office('supervisor'));
comment on function oversight.watches(uuid) is 'Whether the viewer of this transaction may look after the people of this organisation.';

alter table oversight.alarm enable row level security, force row level security;
create policy looked_after on oversight.alarm for select to masar_app
    using (access.viewer() = 'system:audit-watch' or oversight.watches(organisation));
create policy raised_by_the_watch on oversight.alarm for insert to masar_app
    with check (access.viewer() = 'system:audit-watch');

alter table oversight.alarm_reason enable row level security, force row level security;
create policy looked_after on oversight.alarm_reason for select to masar_app
    using (oversight.watches(organisation));
create policy raised_by_the_watch on oversight.alarm_reason for insert to masar_app
    with check (access.viewer() = 'system:audit-watch');

alter table oversight.alarm_review enable row level security, force row level security;
create policy looked_after on oversight.alarm_review for select to masar_app
    using (access.viewer() = 'system:audit-watch' or oversight.watches(organisation));
create policy reviewed_by_who_looks on oversight.alarm_review for insert to masar_app
    with check (account = access.viewer_account() and oversight.watches(organisation)
        and not access.viewer_office('auditor'));
