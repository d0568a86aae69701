create schema sealing;
grant usage on schema sealing to masar_app;

create table sealing.own_key (
    name text primary key,
    root text not null,
    wrapped bytea not null,
    made_at timestamptz not null
);
grant select, update on sealing.own_key to masar_app;
comment on table sealing.own_key is 'keys of Masar itself, wrapped by the root: one to know the root again, one for search tokens';
comment on column sealing.own_key.name is '[code] check or search';
comment on column sealing.own_key.root is '[technical] name of the root key that wraps it';
comment on column sealing.own_key.wrapped is '[technical] the key, wrapped';
comment on column sealing.own_key.made_at is '[technical] when it was made';

create table sealing.organisation_key (
    id uuid primary key,
    organisation uuid not null,
    generation integer not null,
    root text not null,
    wrapped bytea not null,
    made_at timestamptz not null,
    retired_at timestamptz
);
create unique index one_organisation_key on sealing.organisation_key (organisation) where retired_at is null;
grant select, insert, update, delete on sealing.organisation_key to masar_app;
comment on table sealing.organisation_key is 'keys that wrap the keys of subjects, one at a time for each organisation';
comment on column sealing.organisation_key.id is '[technical] random';
comment on column sealing.organisation_key.organisation is '[technical] whose';
comment on column sealing.organisation_key.generation is '[technical] number of the rotation it was made in';
comment on column sealing.organisation_key.root is '[technical] name of the root key that wraps it';
comment on column sealing.organisation_key.wrapped is '[technical] the key, wrapped';
comment on column sealing.organisation_key.made_at is '[technical] when it was made';
comment on column sealing.organisation_key.retired_at is '[technical] when a newer one took its place; it goes once it wraps nothing';

create table sealing.subject_key (
    subject_kind text not null,
    subject uuid not null,
    class text not null,
    organisation_key uuid references sealing.organisation_key (id),
    wrapped bytea,
    made_at timestamptz not null,
    destroyed_at timestamptz,
    primary key (subject, subject_kind, class),
    check ((wrapped is null) = (destroyed_at is not null)),
    check ((wrapped is null) = (organisation_key is null))
);
create index on sealing.subject_key (organisation_key);
grant select, insert, update on sealing.subject_key to masar_app;
comment on table sealing.subject_key is 'keys that seal the fields of a subject, one for each class; destroyed by erasure';
comment on column sealing.subject_key.subject_kind is '[code] what the subject is';
comment on column sealing.subject_key.subject is '[technical] id of the case, report, referral or account';
comment on column sealing.subject_key.class is '[code] ordinary, legal-privilege, medical, intelligence or shelter-address';
comment on column sealing.subject_key.organisation_key is '[technical] the key that wraps it; null once destroyed';
comment on column sealing.subject_key.wrapped is '[technical] the key, wrapped; null once destroyed';
comment on column sealing.subject_key.made_at is '[technical] when it was made';
comment on column sealing.subject_key.destroyed_at is '[technical] when it was destroyed';

create table sealing.rotation (
    generation integer primary key,
    began_at timestamptz not null,
    ended_at timestamptz
);
create unique index one_rotation on sealing.rotation ((ended_at is null)) where ended_at is null;
grant select, insert, update on sealing.rotation to masar_app;
comment on table sealing.rotation is 'changes of keys; one that has not ended goes on when it is run again';
comment on column sealing.rotation.generation is '[technical] counted from 1';
comment on column sealing.rotation.began_at is '[technical] when it began';
comment on column sealing.rotation.ended_at is '[technical] when everything was wrapped anew';

create table sealing.erasure (
    id uuid primary key,
    subject_kind text not null,
    subject uuid not null,
    reason text not null,
    by_account uuid not null,
    second_account uuid not null,
    at timestamptz not null,
    keys integer not null,
    last_copy_at timestamptz not null,
    unique (subject, subject_kind),
    check (by_account <> second_account)
);
grant select, insert on sealing.erasure to masar_app;
comment on table sealing.erasure is 'ledger of erasures, each a certificate; only ever added';
comment on column sealing.erasure.id is '[technical] random';
comment on column sealing.erasure.subject_kind is '[code] what the subject was';
comment on column sealing.erasure.subject is '[technical] id of the subject';
comment on column sealing.erasure.reason is '[code] why';
comment on column sealing.erasure.by_account is '[technical] who did it';
comment on column sealing.erasure.second_account is '[technical] who agreed';
comment on column sealing.erasure.at is '[technical] when';
comment on column sealing.erasure.keys is '[technical] how many keys were destroyed';
comment on column sealing.erasure.last_copy_at is '[technical] when the last backup copy of these keys expires';
