create table access.passkey (
    id uuid primary key,
    account uuid not null references access.account (id),
    credential_id bytea not null unique,
    credential bytea not null,
    sign_count bigint not null,
    name text not null,
    made_at timestamptz not null,
    used_at timestamptz
);
create index on access.passkey (account);
grant select, insert, update, delete on access.passkey to masar_app;
comment on table access.passkey is 'public half of a passkey (WebAuthn); the private half never leaves the device';
comment on column access.passkey.id is '[technical] random';
comment on column access.passkey.account is '[technical] whose';
comment on column access.passkey.credential_id is '[technical] chosen by the device';
comment on column access.passkey.credential is '[technical] public key as the device attested it (CBOR)';
comment on column access.passkey.sign_count is '[technical] how often the device signed; one that falls betrays a copy';
comment on column access.passkey.name is '[personal] what the person calls it';
comment on column access.passkey.made_at is '[technical] when it was added';
comment on column access.passkey.used_at is '[technical] when it was last used';

create table access.challenge (
    cookie_hash bytea primary key,
    challenge bytea not null,
    account uuid references access.account (id),
    expires_at timestamptz not null
);
grant select, insert, delete on access.challenge to masar_app;
comment on table access.challenge is 'what a passkey is asked to sign, once; swept away when used or late';
comment on column access.challenge.cookie_hash is '[technical] SHA-256 of the cookie of the browser that asked';
comment on column access.challenge.challenge is '[technical] random';
comment on column access.challenge.account is '[technical] who adds a passkey; null when somebody signs in';
comment on column access.challenge.expires_at is '[technical] until when it may be answered';
