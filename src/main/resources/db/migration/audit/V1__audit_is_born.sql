create schema audit;
grant usage on schema audit to masar_app;

create table audit.entry (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    account uuid,
    organisation uuid,
    kind text not null check (kind in ('read', 'done', 'refused')),
    act text not null,
    subject_kind text not null,
    subject uuid not null,
    reason text
);
create index on audit.entry (subject_kind, subject, number desc);
grant select, insert on audit.entry to masar_app;

comment on table audit.entry is 'who did or read what; entries are only ever added';
comment on column audit.entry.number is '[technical] order of writing';
comment on column audit.entry.at is '[technical] when';
comment on column audit.entry.account is '[technical] who, as the id of an account; null before sign-in';
comment on column audit.entry.organisation is '[technical] organisation of the account at that moment';
comment on column audit.entry.kind is '[code] read, done or refused';
comment on column audit.entry.act is '[code] which page or act';
comment on column audit.entry.subject_kind is '[code] what the subject is';
comment on column audit.entry.subject is '[technical] id of the subject';
comment on column audit.entry.reason is '[code] message key of a refusal';
