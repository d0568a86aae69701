create table assistance.after_closure (
    id uuid primary key,
    case_id uuid not null,
    consent uuid not null,
    closed_at timestamptz not null,
    account uuid not null
);
create index on assistance.after_closure (case_id);
grant select, insert on assistance.after_closure to masar_app;
comment on table assistance.after_closure is 'a time after the closure of a case in which its person is visited; only ever added';
comment on column assistance.after_closure.id is '[technical] random';
comment on column assistance.after_closure.case_id is '[technical] which case';
comment on column assistance.after_closure.consent is '[technical] the consent to be contacted';
comment on column assistance.after_closure.closed_at is '[technical] when the case was closed, from which visits count';
comment on column assistance.after_closure.account is '[technical] who closed it';

create table assistance.after_closure_line (
    id uuid primary key,
    after_closure uuid not null references assistance.after_closure (id),
    case_id uuid not null,
    act text not null check (act in ('reopening-proposed', 'reopening-declined', 'last-visit', 'reopened', 'consent-withdrawn')),
    sealed_reason bytea,
    account uuid not null,
    at timestamptz not null
);
create index on assistance.after_closure_line (after_closure);
grant select, insert on assistance.after_closure_line to masar_app;
comment on table assistance.after_closure_line is 'what became of visits after closure; only ever added';
comment on column assistance.after_closure_line.id is '[technical] random';
comment on column assistance.after_closure_line.after_closure is '[technical] which time after closure';
comment on column assistance.after_closure_line.case_id is '[technical] which case';
comment on column assistance.after_closure_line.act is '[code] reopening proposed or declined; or why visits ended';
comment on column assistance.after_closure_line.sealed_reason is '[special] sealed under the case: why the case is not opened again';
comment on column assistance.after_closure_line.account is '[technical] whose act it was';
comment on column assistance.after_closure_line.at is '[technical] when';

create table assistance.visit (
    id uuid primary key,
    after_closure uuid not null references assistance.after_closure (id),
    case_id uuid not null,
    number integer not null,
    visited_on date not null,
    way text not null,
    trafficked_again text not null,
    outcome text not null,
    sealed bytea not null,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null,
    unique (after_closure, number)
);
create index on assistance.visit (case_id);
grant select, insert on assistance.visit to masar_app;
comment on table assistance.visit is 'visits after the closure of a case; only ever added';
comment on column assistance.visit.id is '[technical] random';
comment on column assistance.visit.after_closure is '[technical] in which time after closure';
comment on column assistance.visit.case_id is '[technical] which case';
comment on column assistance.visit.number is '[technical] the how manieth; two people cannot both write the same next one';
comment on column assistance.visit.visited_on is '[special] day of the visit';
comment on column assistance.visit.way is '[code] how: a code of the word list visit-way';
comment on column assistance.visit.trafficked_again is '[special] check against being trafficked again, a code of the word list trafficked-again';
comment on column assistance.visit.outcome is '[special] a code of the word list visit-outcome';
comment on column assistance.visit.sealed is '[special] sealed under the case: needs and note';
comment on column assistance.visit.account is '[technical] who visited';
comment on column assistance.visit.organisation is '[technical] for which organisation';
comment on column assistance.visit.at is '[technical] when it was written';

alter table assistance.after_closure enable row level security, force row level security;
create policy seen on assistance.after_closure for select to masar_app
    using (assistance.may_read(case_id) or access.viewer() in ('system:way', 'system:retention'));
create policy told_by_who_acts on assistance.after_closure for insert to masar_app
    with check (account = access.viewer_account() and assistance.may_read(case_id));

alter table assistance.after_closure_line enable row level security, force row level security;
create policy seen on assistance.after_closure_line for select to masar_app
    using (assistance.may_read(case_id) or access.viewer() in ('system:way', 'system:retention'));
create policy told_by_who_acts on assistance.after_closure_line for insert to masar_app
    with check (account = access.viewer_account()
        and (assistance.may_read(case_id) or access.viewer() = 'system:way'));

alter table assistance.visit enable row level security, force row level security;
create policy seen on assistance.visit for select to masar_app using (assistance.may_read(case_id));
create policy told_by_who_acts on assistance.visit for insert to masar_app
    with check (account = access.viewer_account() and assistance.may_read(case_id));

create or replace function assistance.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e
            where e.subject = which and e.subject_kind in ('case', 'referral')) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from assistance.service_delivered where case_id = which or referral = which;
    delete from assistance.guardian_change where case_id = which;
    delete from assistance.guardian where case_id = which;
    delete from assistance.guardian_waiver where case_id = which;
    delete from assistance.best_interests where case_id = which;
    delete from assistance.visit where case_id = which;
    delete from assistance.after_closure_line where case_id = which;
    delete from assistance.after_closure where case_id = which;
    return 1;
end $$;
comment on function assistance.erase(uuid) is
    'Deletes what assistance keeps of a case, or of a referral, whose keys were destroyed; refuses one that the ledger of erasures does not name.';
