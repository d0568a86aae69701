create table directory.agreement (
    id uuid primary key,
    giver uuid not null references directory.organisation (id),
    taker uuid not null references directory.organisation (id),
    both_ways boolean not null,
    scope text[] not null,
    purposes text[] not null,
    valid_from date not null,
    valid_to date not null,
    basis text not null,
    document text not null,
    entered_by uuid not null,
    entered_at timestamptz not null,
    check (giver <> taker),
    check (valid_to >= valid_from)
);
create index on directory.agreement (giver, taker);
grant select, insert on directory.agreement to masar_app;
comment on table directory.agreement is 'written agreements between organisations on what one may let the other know by itself; only ever added, renewed by a new one';
comment on column directory.agreement.id is '[technical] random';
comment on column directory.agreement.giver is '[code] organisation that shares';
comment on column directory.agreement.taker is '[code] organisation it shares with';
comment on column directory.agreement.both_ways is '[code] whether the taker shares with the giver as well';
comment on column directory.agreement.scope is '[code] from the word list sharing-scope';
comment on column directory.agreement.purposes is '[code] from the word list sharing-purpose';
comment on column directory.agreement.valid_from is '[code] first day on which it holds';
comment on column directory.agreement.valid_to is '[code] last day on which it holds';
comment on column directory.agreement.basis is '[code] legal basis, as the document says it';
comment on column directory.agreement.document is '[code] reference of the signed document';
comment on column directory.agreement.entered_by is '[technical] who entered it';
comment on column directory.agreement.entered_at is '[technical] when';

create table directory.agreement_act (
    id uuid primary key,
    agreement uuid not null references directory.agreement (id),
    act text not null check (act in ('verified', 'suspended', 'resumed', 'ended')),
    reason text not null,
    account uuid not null,
    at timestamptz not null
);
create index on directory.agreement_act (agreement, at);
grant select, insert on directory.agreement_act to masar_app;
comment on table directory.agreement_act is 'what was done with an agreement after it was entered; only ever added';
comment on column directory.agreement_act.id is '[technical] random';
comment on column directory.agreement_act.agreement is '[technical] which agreement';
comment on column directory.agreement_act.act is '[code] verified, suspended, resumed or ended';
comment on column directory.agreement_act.reason is '[code] why, in words about the agreement; empty for a verification';
comment on column directory.agreement_act.account is '[technical] who';
comment on column directory.agreement_act.at is '[technical] when';

alter table directory.agreement enable row level security, force row level security;
create policy known_to_who_is_known on directory.agreement for select to masar_app using (access.viewer() is not null);
create policy entered_by_who_may on directory.agreement for insert to masar_app
    with check (entered_by = access.viewer_account() and (access.viewer_office('coordinator')
        or (access.viewer_office('supervisor') and access.viewer_organisation() in (giver, taker))));
alter table directory.agreement_act enable row level security, force row level security;
create policy known_to_who_is_known on directory.agreement_act for select to masar_app using (access.viewer() is not null);
create policy done_by_who_coordinates on directory.agreement_act for insert to masar_app
    with check (account = access.viewer_account() and access.viewer_office('coordinator'));
