create schema detention;
grant usage on schema detention to masar_app;

create function detention.may_read(which uuid) returns boolean language sql stable parallel restricted
    return access.sees(which, 'full') and access.viewer_kind() not in ('detaining', 'police');
comment on function detention.may_read(uuid) is
    'Whether the viewer of this transaction may read how the person of a case is held and what is asked for them; never who detains or polices.';

create table detention.stay (
    id uuid primary key,
    case_id uuid not null,
    code text not null,
    state text not null check (state in ('held', 'released')),
    held_since date not null,
    removal_on date,
    removal_set_at timestamptz not null,
    reviewed_at timestamptz,
    sealed bytea not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    version integer not null
);
create index on detention.stay (case_id);
create unique index one_at_a_time on detention.stay (case_id) where state = 'held';
grant select, insert, update on detention.stay to masar_app;
comment on table detention.stay is 'a time in which the person of a case is held';
comment on column detention.stay.id is '[technical] random';
comment on column detention.stay.case_id is '[technical] which case';
comment on column detention.stay.code is '[technical] code of the case, shown instead of a name';
comment on column detention.stay.state is '[special] held or released';
comment on column detention.stay.held_since is '[special] first day of detention';
comment on column detention.stay.removal_on is '[special] day on which the person is to be removed from the country; null when none is set';
comment on column detention.stay.removal_set_at is '[technical] when that day was last set, moved or dropped; alarms answered before do not count';
comment on column detention.stay.reviewed_at is '[technical] when somebody last said what was done about it';
comment on column detention.stay.sealed is '[special] sealed under the case: facility, ground of arrest, order of removal, release';
comment on column detention.stay.recorded_by is '[technical] who recorded it';
comment on column detention.stay.recorded_at is '[technical] when it was recorded';
comment on column detention.stay.version is '[technical] counted up by each act; an act on an older one is refused';

create table detention.stay_line (
    id uuid primary key,
    stay uuid not null references detention.stay (id),
    case_id uuid not null,
    number integer not null,
    act text not null check (act in ('recorded', 'changed', 'reviewed', 'released')),
    sealed bytea not null,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null,
    unique (stay, number)
);
create index on detention.stay_line (case_id);
grant select, insert on detention.stay_line to masar_app;
comment on table detention.stay_line is 'what was recorded of a detention and done about it; only ever added';
comment on column detention.stay_line.id is '[technical] random';
comment on column detention.stay_line.stay is '[technical] which detention';
comment on column detention.stay_line.case_id is '[technical] which case';
comment on column detention.stay_line.number is '[technical] order in the detention';
comment on column detention.stay_line.act is '[code] recorded, changed, reviewed or released';
comment on column detention.stay_line.sealed is '[special] sealed under the case: all that was known of the detention then, and what was done';
comment on column detention.stay_line.account is '[technical] who did it';
comment on column detention.stay_line.organisation is '[technical] for which organisation';
comment on column detention.stay_line.at is '[technical] when';

create table detention.request (
    id uuid primary key,
    case_id uuid not null,
    kind text not null,
    addressee uuid,
    article text,
    again uuid references detention.request (id),
    state text not null check (state in ('written', 'sent', 'answered', 'withdrawn')),
    sent_on date,
    due_at timestamptz,
    sealed bytea not null,
    written_by uuid not null,
    organisation uuid not null,
    written_at timestamptz not null
);
create index on detention.request (case_id, written_at desc);
grant select, insert, update on detention.request to masar_app;
comment on table detention.request is 'what is asked of an authority for the person of a case';
comment on column detention.request.id is '[technical] random';
comment on column detention.request.case_id is '[technical] which case';
comment on column detention.request.kind is '[special] release, non-deportation or non-punishment';
comment on column detention.request.addressee is '[code] organisation of the directory it is addressed to; null when an authority is named in words';
comment on column detention.request.article is '[code] article of the country''s law that it cites';
comment on column detention.request.again is '[technical] the earlier request after which it asks again';
comment on column detention.request.state is '[code] written, sent, answered or withdrawn';
comment on column detention.request.sent_on is '[special] day on which it was sent';
comment on column detention.request.due_at is '[technical] when the answer is due';
comment on column detention.request.sealed is '[special] sealed under the case: the authority in words, and the reason';
comment on column detention.request.written_by is '[technical] who wrote it';
comment on column detention.request.organisation is '[technical] for which organisation';
comment on column detention.request.written_at is '[technical] when it was written';

create table detention.request_line (
    id uuid primary key,
    request uuid not null references detention.request (id),
    case_id uuid not null,
    state text not null check (state in ('sent', 'answered', 'withdrawn')),
    on_day date not null,
    outcome text,
    consent uuid,
    sealed_text bytea,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null,
    unique (request, state)
);
create index on detention.request_line (case_id);
grant select, insert on detention.request_line to masar_app;
comment on table detention.request_line is 'what became of a request; only ever added';
comment on column detention.request_line.id is '[technical] random';
comment on column detention.request_line.request is '[technical] which request';
comment on column detention.request_line.case_id is '[technical] which case';
comment on column detention.request_line.state is '[code] sent, answered or withdrawn';
comment on column detention.request_line.on_day is '[special] day on which it was';
comment on column detention.request_line.outcome is '[special] granted, partly, refused, none or no-longer-needed';
comment on column detention.request_line.consent is '[technical] the consent or ground under which it was sent';
comment on column detention.request_line.sealed_text is '[special] sealed under the case: the answer in words';
comment on column detention.request_line.account is '[technical] who wrote it down';
comment on column detention.request_line.organisation is '[technical] for which organisation';
comment on column detention.request_line.at is '[technical] when';

alter table detention.stay enable row level security, force row level security;
create policy seen on detention.stay for select to masar_app using (detention.may_read(case_id));
create policy recorded_by_who_acts on detention.stay for insert to masar_app
    with check (recorded_by = access.viewer_account() and detention.may_read(case_id));
create policy worked_on on detention.stay for update to masar_app using (detention.may_read(case_id));

alter table detention.stay_line enable row level security, force row level security;
create policy seen on detention.stay_line for select to masar_app using (detention.may_read(case_id));
create policy told_by_who_acts on detention.stay_line for insert to masar_app
    with check (account = access.viewer_account() and detention.may_read(case_id));

alter table detention.request enable row level security, force row level security;
create policy seen on detention.request for select to masar_app using (detention.may_read(case_id));
create policy written_by_who_acts on detention.request for insert to masar_app
    with check (written_by = access.viewer_account() and detention.may_read(case_id));
create policy worked_on on detention.request for update to masar_app using (detention.may_read(case_id));

alter table detention.request_line enable row level security, force row level security;
create policy seen on detention.request_line for select to masar_app using (detention.may_read(case_id));
create policy told_by_who_acts on detention.request_line for insert to masar_app
    with check (account = access.viewer_account() and detention.may_read(case_id));

create function detention.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'case') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from detention.request_line where case_id = which;
    update detention.request set again = null where case_id = which;
    delete from detention.request where case_id = which;
    delete from detention.stay_line where case_id = which;
    delete from detention.stay where case_id = which;
    return 1;
end $$;
comment on function detention.erase(uuid) is
    'Deletes the detentions and requests of a case whose keys were destroyed; refuses one that the ledger of erasures does not name.';
