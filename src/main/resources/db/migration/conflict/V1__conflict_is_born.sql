create schema conflict;
grant usage on schema conflict to masar_app;

create table conflict.accused (
    id uuid primary key,
    case_id uuid not null,
    role text not null,
    organisation uuid,
    sealed bytea not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null
);
create index on conflict.accused (case_id);
grant select, insert on conflict.accused to masar_app;
comment on table conflict.accused is 'who is accused in a case; recorded once, never changed';
comment on column conflict.accused.id is '[technical] id';
comment on column conflict.accused.case_id is '[code] the case';
comment on column conflict.accused.role is '[code] what they are accused of having done: a code of the word list accused-role';
comment on column conflict.accused.organisation is '[code] organisation of the directory in which they work, if known';
comment on column conflict.accused.sealed is '[personal] sealed under the case: name, and employer or business';
comment on column conflict.accused.recorded_by is '[code] account that recorded it';
comment on column conflict.accused.recorded_at is '[code] when';

create table conflict.accused_removal (
    accused uuid primary key references conflict.accused (id),
    case_id uuid not null,
    sealed_reason bytea not null,
    removed_by uuid not null,
    removed_at timestamptz not null
);
grant select, insert on conflict.accused_removal to masar_app;
comment on table conflict.accused_removal is 'accused who were taken off a case, and why';
comment on column conflict.accused_removal.accused is '[technical] which accused';
comment on column conflict.accused_removal.case_id is '[code] the case';
comment on column conflict.accused_removal.sealed_reason is '[personal] sealed under the case: why';
comment on column conflict.accused_removal.removed_by is '[code] account that removed it';
comment on column conflict.accused_removal.removed_at is '[code] when';

create table conflict.tie (
    id uuid primary key,
    account uuid not null,
    kind text not null check (kind in ('own-business', 'family-business', 'unit')),
    sealed bytea not null,
    declared_at timestamptz not null
);
create index on conflict.tie (account);
grant select, insert on conflict.tie to masar_app;
comment on table conflict.tie is 'what could tie somebody of the staff to a case, declared by themselves; read by nobody else';
comment on column conflict.tie.id is '[technical] id';
comment on column conflict.tie.account is '[code] who declared it';
comment on column conflict.tie.kind is '[code] own business or employer, one of the family, or a unit';
comment on column conflict.tie.sealed is '[personal] sealed under the account: name of the business, or which unit';
comment on column conflict.tie.declared_at is '[code] when';

create table conflict.tie_end (
    tie uuid primary key references conflict.tie (id),
    account uuid not null,
    ended_at timestamptz not null
);
grant select, insert on conflict.tie_end to masar_app;
comment on table conflict.tie_end is 'ties that their declarer took off the list';
comment on column conflict.tie_end.tie is '[technical] which tie';
comment on column conflict.tie_end.account is '[code] who declared it';
comment on column conflict.tie_end.ended_at is '[code] when';

create table conflict.tie_token (
    token bytea not null,
    tie uuid not null references conflict.tie (id)
);
create index on conflict.tie_token (token);
create index on conflict.tie_token (tie);
grant select, insert, delete on conflict.tie_token to masar_app;
comment on table conflict.tie_token is 'keyed tokens by which a tie meets an accused; from which nothing can be read';
comment on column conflict.tie_token.token is '[technical] keyed hash of a unit, or of a word of a name or its consonants';
comment on column conflict.tie_token.tie is '[technical] which tie';

create table conflict.accused_token (
    token bytea not null,
    accused uuid not null references conflict.accused (id)
);
create index on conflict.accused_token (token);
create index on conflict.accused_token (accused);
grant select, insert, delete on conflict.accused_token to masar_app;
comment on table conflict.accused_token is 'keyed tokens by which an accused meets a tie; from which nothing can be read';
comment on column conflict.accused_token.token is '[technical] keyed hash of a unit, or of a word of an employer''s name or its consonants';
comment on column conflict.accused_token.accused is '[technical] which accused';

create table conflict.finding (
    id uuid primary key,
    accused uuid not null references conflict.accused (id),
    tie uuid not null references conflict.tie (id),
    case_id uuid not null,
    account uuid not null,
    found_at timestamptz not null,
    unique (accused, tie)
);
grant select, insert on conflict.finding to masar_app;
comment on table conflict.finding is 'ties that were found to lead to an accused, so that one that was lifted is not found again; shown to nobody';
comment on column conflict.finding.id is '[technical] id';
comment on column conflict.finding.accused is '[technical] which accused';
comment on column conflict.finding.tie is '[technical] which tie';
comment on column conflict.finding.case_id is '[code] the case';
comment on column conflict.finding.account is '[code] whose tie';
comment on column conflict.finding.found_at is '[code] when';

create function conflict.may_read_accused(which uuid) returns boolean language sql stable parallel restricted
    return access.sees(which, 'full') and access.viewer_kind() not in ('detaining', 'police');
comment on function conflict.may_read_accused(uuid) is
    'Whether the viewer of this transaction may know who is accused in a case; never who detains or polices.';

alter table conflict.accused enable row level security, force row level security;
create policy seen on conflict.accused for select to masar_app
    using (conflict.may_read_accused(case_id) or access.viewer() = 'system:conflict');
create policy recorded_by_who_acts on conflict.accused for insert to masar_app
    with check (recorded_by = access.viewer_account() and conflict.may_read_accused(case_id));

alter table conflict.accused_removal enable row level security, force row level security;
create policy seen on conflict.accused_removal for select to masar_app
    using (conflict.may_read_accused(case_id));
create policy removed_by_who_acts on conflict.accused_removal for insert to masar_app
    with check (removed_by = access.viewer_account() and conflict.may_read_accused(case_id));

alter table conflict.tie enable row level security, force row level security;
create policy own on conflict.tie for select to masar_app
    using (account = access.viewer_account() or access.viewer() = 'system:conflict');
create policy declared_by_themselves on conflict.tie for insert to masar_app
    with check (account = access.viewer_account());

alter table conflict.tie_end enable row level security, force row level security;
create policy own on conflict.tie_end for select to masar_app using (account = access.viewer_account());
create policy ended_by_themselves on conflict.tie_end for insert to masar_app
    with check (account = access.viewer_account()
        and exists (select 1 from conflict.tie t where t.id = tie and t.account = access.viewer_account()));

alter table conflict.tie_token enable row level security, force row level security;
create policy compared on conflict.tie_token for all to masar_app using (access.viewer() = 'system:conflict');
alter table conflict.accused_token enable row level security, force row level security;
create policy compared on conflict.accused_token for all to masar_app using (access.viewer() = 'system:conflict');
alter table conflict.finding enable row level security, force row level security;
create policy compared on conflict.finding for all to masar_app using (access.viewer() = 'system:conflict');

create function conflict.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'case') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from conflict.finding where case_id = which;
    delete from conflict.accused_token t using conflict.accused a where a.id = t.accused and a.case_id = which;
    delete from conflict.accused_removal where case_id = which;
    delete from conflict.accused where case_id = which;
    return 1;
end $$;
comment on function conflict.erase(uuid) is
    'Deletes the accused of a case whose keys were destroyed; refuses one that the ledger of erasures does not name.';
