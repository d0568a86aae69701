create schema decline;
grant usage on schema decline to masar_app;

create table decline.stub (
    id uuid primary key,
    declined_on date,
    declined_in text,
    organisation uuid,
    gender text,
    age_band text,
    suspected_form text,
    code_hash bytea unique,
    code_until date not null,
    came_back boolean not null default false
);
grant select, insert on decline.stub to masar_app;
grant update (code_hash, came_back) on decline.stub to masar_app;
comment on table decline.stub is 'what is left of adults who declined: codes that the country lets stay, and nothing that says whose they are';
comment on column decline.stub.id is '[technical] random; of nothing else';
comment on column decline.stub.declined_on is '[code] day, where the country lets it stay';
comment on column decline.stub.declined_in is '[code] month, where the country lets it stay';
comment on column decline.stub.organisation is '[code] organisation that let the person go';
comment on column decline.stub.gender is '[code] code of HTCDS';
comment on column decline.stub.age_band is '[code] band of years in which the age lies';
comment on column decline.stub.suspected_form is '[code] labour, sexual or unknown';
comment on column decline.stub.code_hash is '[technical] SHA-256 of the code that the person was given; empty once it was used';
comment on column decline.stub.code_until is '[code] last day on which the code works';
comment on column decline.stub.came_back is '[code] whether the person changed their mind';

alter table decline.stub enable row level security, force row level security;
create policy counted on decline.stub for select to masar_app
    using (access.viewer() = 'system:decline' or access.viewer_office('coordinator')
        or access.viewer_office('data-officer'));
create policy left_by_who_lets_go on decline.stub for insert to masar_app
    with check (access.viewer() = 'system:decline' and access.viewer_account() is not null);
create policy used_by_who_comes_back on decline.stub for update to masar_app
    using (access.viewer() = 'system:decline');

create table decline.attempt (
    account uuid not null,
    until timestamptz not null
);
create index on decline.attempt (account);
grant select, insert, delete on decline.attempt to masar_app;
comment on table decline.attempt is 'codes that somebody tried, so that nobody guesses for long';
comment on column decline.attempt.account is '[technical] who tried';
comment on column decline.attempt.until is '[technical] until when it counts';

alter table decline.attempt enable row level security, force row level security;
create policy own on decline.attempt for all to masar_app using (account = access.viewer_account());
