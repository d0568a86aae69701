create table access.identity_provider (
    id uuid primary key,
    organisation uuid not null unique,
    issuer text not null,
    client_id text not null,
    strong_values text[] not null,
    enabled boolean not null,
    version integer not null
);
grant select, insert, update on access.identity_provider to masar_app;
comment on table access.identity_provider is 'where the people of an organisation sign in (OpenID Connect); the secret stands in the environment, never here';
comment on column access.identity_provider.id is '[technical] random';
comment on column access.identity_provider.organisation is '[technical] whose people';
comment on column access.identity_provider.issuer is '[technical] address of the provider, exactly as in its tokens';
comment on column access.identity_provider.client_id is '[technical] name under which the provider knows Masar';
comment on column access.identity_provider.strong_values is '[code] values of amr or acr that mean two factors';
comment on column access.identity_provider.enabled is '[code] whether people may sign in this way';
comment on column access.identity_provider.version is '[technical] counts changes, so that two editors notice each other';

create table access.provider_link (
    account uuid primary key references access.account (id),
    provider uuid not null references access.identity_provider (id),
    subject text not null,
    linked_at timestamptz not null,
    unique (provider, subject)
);
grant select, insert, delete on access.provider_link to masar_app;
comment on table access.provider_link is 'which person at the provider is which account; made by an invitation only';
comment on column access.provider_link.account is '[technical] the account';
comment on column access.provider_link.provider is '[technical] the provider';
comment on column access.provider_link.subject is '[personal] name of the person at the provider (sub)';
comment on column access.provider_link.linked_at is '[technical] when';

create table access.provider_visit (
    state_hash bytea primary key,
    cookie_hash bytea not null,
    provider uuid not null references access.identity_provider (id),
    nonce text not null,
    verifier text not null,
    invitation_hash bytea,
    expires_at timestamptz not null
);
grant select, insert, delete on access.provider_visit to masar_app;
comment on table access.provider_visit is 'somebody on the way to the provider and back, for ten minutes at most';
comment on column access.provider_visit.state_hash is '[technical] SHA-256 of the state in the address';
comment on column access.provider_visit.cookie_hash is '[technical] SHA-256 of the cookie of the browser that set out';
comment on column access.provider_visit.provider is '[technical] which provider';
comment on column access.provider_visit.nonce is '[technical] what the token must hold';
comment on column access.provider_visit.verifier is '[technical] secret of the exchange (PKCE)';
comment on column access.provider_visit.invitation_hash is '[technical] the invitation that this visit links; null at a sign-in';
comment on column access.provider_visit.expires_at is '[technical] until when the way back works';
