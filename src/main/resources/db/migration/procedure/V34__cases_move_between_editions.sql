create table procedure.moving (
    id uuid primary key,
    subject uuid not null,
    from_edition text not null,
    to_edition text not null,
    undoes uuid,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null
);
create index on procedure.moving (subject, at);
create index on procedure.moving (at);
grant select, insert on procedure.moving to masar_app;
comment on table procedure.moving is 'cases that were moved from one edition to another, and back; only ever added';
comment on column procedure.moving.id is '[technical] random';
comment on column procedure.moving.subject is '[technical] the report or case';
comment on column procedure.moving.from_edition is '[code] edition before';
comment on column procedure.moving.to_edition is '[code] edition after';
comment on column procedure.moving.undoes is '[technical] the moving that this one takes back';
comment on column procedure.moving.account is '[technical] who';
comment on column procedure.moving.organisation is '[technical] for which organisation';
comment on column procedure.moving.at is '[technical] when';

alter table procedure.moving enable row level security, force row level security;
create policy seen on procedure.moving for select to masar_app using (access.sees(subject, 'existence'));
create policy told_by_who_acts on procedure.moving for insert to masar_app
    with check (account = access.viewer_account() and access.sees(subject, 'existence'));

create index way_of_edition on procedure.way (edition, begun_at) where ended_at is null;

create or replace function procedure.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from procedure.moving where subject = which;
    delete from procedure.departure where subject = which;
    delete from procedure.passage where subject = which;
    delete from procedure.way where subject = which;
    return 1;
end $$;
