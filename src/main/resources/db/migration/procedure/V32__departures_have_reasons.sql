create table procedure.departure (
    id uuid primary key,
    subject uuid not null,
    kind text not null check (kind in ('skipped', 'opened')),
    step text not null,
    outcome text,
    reason text not null,
    sealed_note bytea not null,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null
);
create index on procedure.departure (subject, at);
create index on procedure.departure (at);
grant select, insert on procedure.departure to masar_app;
comment on table procedure.departure is
    'steps passed over or opened out of order by somebody who may, with the reason; only ever added';
comment on column procedure.departure.id is '[technical] random';
comment on column procedure.departure.subject is '[technical] the case';
comment on column procedure.departure.kind is '[code] passed over, or opened out of order';
comment on column procedure.departure.step is '[code] step of the edition';
comment on column procedure.departure.outcome is '[code] the outcome chosen for a step passed over';
comment on column procedure.departure.reason is '[code] from the word list departure-reason';
comment on column procedure.departure.sealed_note is '[special] sealed: in the words of who did it';
comment on column procedure.departure.account is '[technical] who';
comment on column procedure.departure.organisation is '[technical] for which organisation';
comment on column procedure.departure.at is '[technical] when';

alter table procedure.departure enable row level security, force row level security;
create policy seen on procedure.departure for select to masar_app using (access.sees(subject, 'existence'));
create policy told_by_who_acts on procedure.departure for insert to masar_app
    with check (account = access.viewer_account() and access.sees(subject, 'existence'));

create index passage_out_of_turn on procedure.passage (at) where not in_turn;

create or replace function procedure.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from procedure.departure where subject = which;
    delete from procedure.passage where subject = which;
    delete from procedure.way where subject = which;
    return 1;
end $$;
