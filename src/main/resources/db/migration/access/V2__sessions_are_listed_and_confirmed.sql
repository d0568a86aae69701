alter table access.session add column id uuid not null default gen_random_uuid() unique;
alter table access.session add column means text not null default 'code'
    check (means in ('password', 'code', 'recovery-code', 'passkey', 'provider', 'provider-strong', 'provider-code', 'one-step'));
alter table access.session add column confirmed_at timestamptz;
update access.session set confirmed_at = started_at;
alter table access.session alter column confirmed_at set not null;
alter table access.session add column asked_by uuid;
alter table access.session add column seed bytea;
create index on access.session (asked_by) where asked_by is not null;
comment on column access.session.id is '[technical] random; names the session to its owner, opens nothing';
comment on column access.session.means is '[code] how the person signed in';
comment on column access.session.confirmed_at is '[technical] when a second factor was last given in this session';
comment on column access.session.asked_by is '[technical] token of the posted form that began it, so that a double click receives the same session';
comment on column access.session.seed is '[technical] random; with a secret only the browser knows it makes the token again for the double click';
comment on column access.session.factors is '[technical] 1: one factor given, another awaited; 2: signed in';

alter table access.invitation add column asked_by uuid;
alter table access.invitation add column seed bytea;
create index on access.invitation (account) where used_at is null;
comment on column access.invitation.asked_by is '[technical] token of the posted form that made it, so that a double click shows the same link';
comment on column access.invitation.seed is '[technical] random; with a secret only the browser knows it makes the link again for the double click';
comment on column access.invitation.used_at is '[technical] when it was used, or made void by a later one';
