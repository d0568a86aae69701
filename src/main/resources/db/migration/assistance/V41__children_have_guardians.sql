create function assistance.may_read(which uuid) returns boolean language sql stable parallel restricted
    return access.sees(which, 'full') and access.viewer_kind() <> 'justice';
comment on function assistance.may_read(uuid) is
    'Whether the viewer of this transaction may read the assistance in a whole case; never justice, whatever it was granted.';

create table assistance.guardian (
    id uuid primary key,
    case_id uuid not null,
    kind text not null,
    since date not null,
    sealed bytea not null,
    named_by uuid not null,
    named_at timestamptz not null
);
create index on assistance.guardian (case_id);
grant select, insert on assistance.guardian to masar_app;
comment on table assistance.guardian is 'who speaks for a child; only ever added';
comment on column assistance.guardian.id is '[technical] random';
comment on column assistance.guardian.case_id is '[technical] which case';
comment on column assistance.guardian.kind is '[special] parent, relative, appointed by a court, or an institution';
comment on column assistance.guardian.since is '[special] since when';
comment on column assistance.guardian.sealed is '[personal] sealed under the case: name and how to reach them';
comment on column assistance.guardian.named_by is '[technical] who wrote it';
comment on column assistance.guardian.named_at is '[technical] when it was written';

create table assistance.guardian_change (
    id uuid primary key,
    guardian uuid not null references assistance.guardian (id),
    case_id uuid not null,
    number integer not null,
    act text not null check (act in ('suspected', 'cleared', 'ended')),
    on_day date not null,
    sealed_reason bytea not null,
    account uuid not null,
    at timestamptz not null,
    unique (guardian, number)
);
create index on assistance.guardian_change (case_id);
grant select, insert on assistance.guardian_change to masar_app;
comment on table assistance.guardian_change is 'what became of a guardian; only ever added';
comment on column assistance.guardian_change.id is '[technical] random';
comment on column assistance.guardian_change.guardian is '[technical] which guardian';
comment on column assistance.guardian_change.case_id is '[technical] which case';
comment on column assistance.guardian_change.number is '[technical] order; two people cannot both write the same next one';
comment on column assistance.guardian_change.act is '[special] suspected to have a part in the exploitation, cleared of it, or guardian no more';
comment on column assistance.guardian_change.on_day is '[special] day from which it counts';
comment on column assistance.guardian_change.sealed_reason is '[special] sealed under the case: why';
comment on column assistance.guardian_change.account is '[technical] who wrote it';
comment on column assistance.guardian_change.at is '[technical] when';

create table assistance.guardian_waiver (
    id uuid primary key,
    case_id uuid not null,
    sealed_reason bytea not null,
    account uuid not null,
    at timestamptz not null
);
create index on assistance.guardian_waiver (case_id);
grant select, insert on assistance.guardian_waiver to masar_app;
comment on table assistance.guardian_waiver is 'why no guardian could be named, in the words of a supervisor; only ever added';
comment on column assistance.guardian_waiver.id is '[technical] random';
comment on column assistance.guardian_waiver.case_id is '[technical] which case';
comment on column assistance.guardian_waiver.sealed_reason is '[special] sealed under the case: why';
comment on column assistance.guardian_waiver.account is '[technical] the supervisor';
comment on column assistance.guardian_waiver.at is '[technical] when';

create table assistance.best_interests (
    id uuid primary key,
    case_id uuid not null,
    assessed_on date not null,
    trained boolean not null,
    outcome text not null,
    review_due_at timestamptz not null,
    sealed bytea not null,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null
);
create index on assistance.best_interests (case_id);
grant select, insert on assistance.best_interests to masar_app;
comment on table assistance.best_interests is 'assessments of what is best for a child; only ever added';
comment on column assistance.best_interests.id is '[technical] random';
comment on column assistance.best_interests.case_id is '[technical] which case';
comment on column assistance.best_interests.assessed_on is '[special] day of the assessment';
comment on column assistance.best_interests.trained is '[code] whether who assessed says that they were trained to work with children';
comment on column assistance.best_interests.outcome is '[special] what is best, a code of the word list best-interests-outcome';
comment on column assistance.best_interests.review_due_at is '[technical] when it must be looked at again';
comment on column assistance.best_interests.sealed is '[special] sealed under the case: who took part, the child''s own view, what was weighed, why';
comment on column assistance.best_interests.account is '[technical] who assessed';
comment on column assistance.best_interests.organisation is '[technical] for which organisation';
comment on column assistance.best_interests.at is '[technical] when it was written';

alter table assistance.guardian enable row level security, force row level security;
create policy seen on assistance.guardian for select to masar_app
    using (assistance.may_read(case_id) or access.viewer() = 'system:way');
create policy told_by_who_acts on assistance.guardian for insert to masar_app
    with check (named_by = access.viewer_account() and assistance.may_read(case_id));

alter table assistance.guardian_change enable row level security, force row level security;
create policy seen on assistance.guardian_change for select to masar_app
    using (assistance.may_read(case_id) or access.viewer() = 'system:way');
create policy told_by_who_acts on assistance.guardian_change for insert to masar_app
    with check (account = access.viewer_account() and assistance.may_read(case_id));

alter table assistance.guardian_waiver enable row level security, force row level security;
create policy seen on assistance.guardian_waiver for select to masar_app
    using (assistance.may_read(case_id) or access.viewer() = 'system:way');
create policy told_by_supervisors on assistance.guardian_waiver for insert to masar_app
    with check (account = access.viewer_account() and access.viewer_office('supervisor') and assistance.may_read(case_id));

alter table assistance.best_interests enable row level security, force row level security;
create policy seen on assistance.best_interests for select to masar_app
    using (assistance.may_read(case_id) or access.viewer() = 'system:way');
create policy told_by_who_acts on assistance.best_interests for insert to masar_app
    with check (account = access.viewer_account() and assistance.may_read(case_id));
comment on policy seen on assistance.guardian is 'The steward of ways asks only whether there is one, never who it is.';
