create schema access;
grant usage on schema access to masar_app;

create table access.account (
    id uuid primary key,
    organisation uuid not null,
    sign_in_name text not null unique,
    name text not null,
    language text not null,
    roles text[] not null,
    password_hash text,
    totp_secret bytea,
    totp_last_step bigint not null default 0,
    state text not null check (state in ('invited', 'active', 'suspended')),
    rights_version integer not null default 0,
    version integer not null
);
create index on access.account (organisation);
grant select, insert, update on access.account to masar_app;
comment on table access.account is 'a person who works with Masar, in one organisation';
comment on column access.account.id is '[technical] random';
comment on column access.account.organisation is '[technical] where the person works';
comment on column access.account.sign_in_name is '[personal] name typed at sign-in';
comment on column access.account.name is '[personal] name colleagues see';
comment on column access.account.language is '[code] language of notices';
comment on column access.account.roles is '[code] what the person does';
comment on column access.account.password_hash is '[technical] Argon2id; null until chosen';
comment on column access.account.totp_secret is '[technical] secret of the code app (RFC 6238), sealed; null until enrolled';
comment on column access.account.totp_last_step is '[technical] last time step used, so that a code works once';
comment on column access.account.state is '[code] invited, active or suspended';
comment on column access.account.rights_version is '[technical] rises with each change of rights; sessions of an older one end';
comment on column access.account.version is '[technical] counts changes, so that two editors notice each other';

create table access.session (
    token_hash bytea primary key,
    account uuid not null references access.account (id),
    rights_version integer not null,
    factors integer not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz
);
create index on access.session (account);
grant select, insert, update on access.session to masar_app;
comment on table access.session is 'who is signed in; the browser holds a random token, here is its hash';
comment on column access.session.token_hash is '[technical] SHA-256 of the token';
comment on column access.session.account is '[technical] whose session';
comment on column access.session.rights_version is '[technical] rights at sign-in; a later change ends the session';
comment on column access.session.factors is '[technical] 1: password given, code awaited; 2: signed in';
comment on column access.session.started_at is '[technical] when it began';
comment on column access.session.seen_at is '[technical] last request, to the minute';
comment on column access.session.ended_at is '[technical] when it ended by sign-out or suspension';

create table access.invitation (
    token_hash bytea primary key,
    account uuid references access.account (id),
    purpose text not null check (purpose in ('first-administrator', 'choose-password')),
    expires_at timestamptz not null,
    used_at timestamptz
);
grant select, insert, update on access.invitation to masar_app;
comment on table access.invitation is 'a link that works once, by which a person chooses a password';
comment on column access.invitation.token_hash is '[technical] SHA-256 of the token in the link';
comment on column access.invitation.account is '[technical] whose; null for the first administrator';
comment on column access.invitation.purpose is '[code] what the link is for';
comment on column access.invitation.expires_at is '[technical] until when it works';
comment on column access.invitation.used_at is '[technical] when it was used';

create table access.attempt (
    bucket bytea not null,
    began_at timestamptz not null,
    tries integer not null,
    primary key (bucket, began_at)
);
grant select, insert, update, delete on access.attempt to masar_app;
comment on table access.attempt is 'failed sign-ins, counted so that every copy of Masar knows; no addresses are stored';
comment on column access.attempt.bucket is '[technical] keyed hash of the name or the address with a key of the day';
comment on column access.attempt.began_at is '[technical] start of the counting window';
comment on column access.attempt.tries is '[technical] how many in the window';

create table access.grant_of_reading (
    subject_kind text not null,
    subject uuid not null,
    reader text not null,
    depth text not null check (depth in ('existence', 'summary', 'packet', 'full')),
    act text not null,
    given_by uuid not null,
    given_at timestamptz not null,
    ended_at timestamptz,
    id uuid primary key
);
create unique index one_open_grant on access.grant_of_reading (reader, subject, depth) where ended_at is null;
create index on access.grant_of_reading (subject);
grant select, insert, update on access.grant_of_reading to masar_app;
comment on table access.grant_of_reading is 'need to know: who may see which subject, how deep, by which act';
comment on column access.grant_of_reading.subject_kind is '[code] what the subject is';
comment on column access.grant_of_reading.subject is '[technical] id of the subject';
comment on column access.grant_of_reading.reader is '[technical] key of an account, or of an organisation and role';
comment on column access.grant_of_reading.depth is '[code] existence, summary, packet or full';
comment on column access.grant_of_reading.act is '[code] the act that gave it';
comment on column access.grant_of_reading.given_by is '[technical] account that did the act';
comment on column access.grant_of_reading.given_at is '[technical] when';
comment on column access.grant_of_reading.ended_at is '[technical] when it ended; null while it holds';
comment on column access.grant_of_reading.id is '[technical] random';

create table access.day_key (
    day text primary key,
    key bytea not null
);
grant select, insert, delete on access.day_key to masar_app;
comment on table access.day_key is 'random key of each day, under which failed sign-ins are counted; swept away after a day';
comment on column access.day_key.day is '[technical] the day';
comment on column access.day_key.key is '[technical] random';
