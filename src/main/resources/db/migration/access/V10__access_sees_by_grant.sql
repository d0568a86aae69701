alter table access.grant_of_reading
    add column until timestamptz,
    add column founding boolean not null default false,
    add column given_in xid8 not null default pg_current_xact_id();
comment on column access.grant_of_reading.until is '[code] when the grant ends by itself; empty when it lasts until an act ends it';
comment on column access.grant_of_reading.founding is '[technical] given in the transaction that began the subject; its giver sees the subject to the end of that transaction';
comment on column access.grant_of_reading.given_in is '[technical] transaction in which the grant was given';
drop index access.one_open_grant;
create unique index one_open_grant on access.grant_of_reading (reader, subject, depth)
    where ended_at is null and until is null;
create index reader_newest on access.grant_of_reading (reader, given_at desc) where ended_at is null;
revoke update on access.grant_of_reading from masar_app;
grant update (ended_at) on access.grant_of_reading to masar_app;

create function access.viewer() returns text language sql stable parallel safe
    return nullif(current_setting('masar.viewer', true), '');
create function access.viewer_account() returns uuid language sql stable parallel safe
    return nullif(current_setting('masar.account', true), '')::uuid;
create function access.viewer_organisation() returns uuid language sql stable parallel safe
    return nullif(current_setting('masar.organisation', true), '')::uuid;
create function access.viewer_kind() returns text language sql stable parallel safe
    return coalesce(current_setting('masar.kind', true), '');
create function access.viewer_keys() returns text[] language sql stable parallel safe
    return string_to_array(coalesce(current_setting('masar.keys', true), ''), ' ');
create function access.viewer_office(role text) returns boolean language sql stable parallel safe
    return 'office:' || coalesce(current_setting('masar.organisation', true), '') || ':' || role
        = any (string_to_array(coalesce(current_setting('masar.keys', true), ''), ' '));
create function access.moment() returns timestamptz language sql stable parallel safe
    return coalesce(nullif(current_setting('masar.moment', true), '')::timestamptz, now());
create function access.depths(depth text) returns text[] language sql immutable parallel safe
    return case depth
        when 'existence' then array['existence', 'summary', 'full']
        when 'summary' then array['summary', 'full']
        when 'packet' then array['packet']
        when 'full' then array['full']
    end;

create function access.sees(which uuid, how text) returns boolean
    language plpgsql stable parallel restricted security definer cost 2000
    set search_path = pg_catalog
as $$
begin
    return exists (
        select 1 from access.grant_of_reading g
        where g.subject = which and g.ended_at is null
            and ((g.reader = any (access.viewer_keys())
                    and g.depth = any (access.depths(how))
                    and (g.until is null or g.until > access.moment()))
                or (g.founding and g.given_in = pg_current_xact_id_if_assigned()
                    and g.given_by = access.viewer_account())));
end $$;
comment on function access.sees(uuid, text) is
    'Whether the viewer of this transaction may see the subject this deep; false without a viewer.';

create function access.founds(which uuid) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    return not exists (select 1 from access.grant_of_reading g
        where g.subject = which and g.given_in <> pg_current_xact_id());
end $$;
comment on function access.founds(uuid) is 'Whether nobody was granted this subject before the present transaction.';

create table access.bar (
    id uuid primary key,
    subject uuid not null,
    account uuid,
    organisation uuid,
    reason text not null,
    declared_by uuid not null,
    declared_at timestamptz not null,
    lifted_at timestamptz,
    check ((account is null) <> (organisation is null))
);
comment on table access.bar is 'Who may not see a subject, whatever office they hold: a conflict of interest, declared or found.';
comment on column access.bar.id is '[technical] id';
comment on column access.bar.subject is '[code] what is not to be seen';
comment on column access.bar.account is '[code] the account that may not see it, or empty';
comment on column access.bar.organisation is '[code] the organisation none of whose people may see it, or empty';
comment on column access.bar.reason is '[code] why: a code of the word list conflict-of-interest';
comment on column access.bar.declared_by is '[code] account that declared it, or whose act found it';
comment on column access.bar.declared_at is '[code] when';
comment on column access.bar.lifted_at is '[code] when it was lifted';
create unique index one_open_bar on access.bar (subject, coalesce(account, organisation)) where lifted_at is null;
grant select, insert on access.bar to masar_app;
grant update (lifted_at) on access.bar to masar_app;

create table access.seal (
    id uuid primary key,
    subject uuid not null,
    sealed_by uuid not null,
    sealed_at timestamptz not null,
    lifted_at timestamptz
);
comment on table access.seal is 'Subjects that only people named one by one may know of: no office reads them.';
comment on column access.seal.id is '[technical] id';
comment on column access.seal.subject is '[code] what is sealed';
comment on column access.seal.sealed_by is '[code] account that sealed it';
comment on column access.seal.sealed_at is '[code] when';
comment on column access.seal.lifted_at is '[code] when the seal was lifted';
create unique index one_open_seal on access.seal (subject) where lifted_at is null;
grant select, insert on access.seal to masar_app;
grant update (lifted_at) on access.seal to masar_app;

create function access.is_sealed(which uuid) returns boolean
    language plpgsql stable parallel restricted security definer cost 1000
    set search_path = pg_catalog
as $$
begin
    return exists (select 1 from access.seal s where s.subject = which and s.lifted_at is null);
end $$;
comment on function access.is_sealed(uuid) is 'Whether only people named one by one may know of this subject.';

create function access.is_barred(which uuid, to_reader text) returns boolean
    language plpgsql stable parallel restricted security definer
    set search_path = pg_catalog
as $$
begin
    if to_reader like 'office:%' then
        return access.is_sealed(which) or exists (select 1 from access.bar b
            left join access.account a on a.id = b.account
            where b.subject = which and b.lifted_at is null
                and coalesce(b.organisation, a.organisation)::text = split_part(to_reader, ':', 2));
    end if;
    return exists (select 1 from access.bar b
        where b.subject = which and b.lifted_at is null
            and (b.account::text = substr(to_reader, 9)
                or b.organisation in (select a.organisation from access.account a
                    where a.id::text = substr(to_reader, 9))));
end $$;
comment on function access.is_barred(uuid, text) is
    'Whether this reader may not be granted the subject: barred itself, an office with a barred person in it, or any office of a sealed subject.';

create function access.is_closed(which uuid) returns boolean
    language plpgsql stable parallel restricted security definer cost 2000
    set search_path = pg_catalog
as $$
begin
    return access.is_sealed(which) or access.is_barred(which, 'account:' || access.viewer_account());
end $$;
comment on function access.is_closed(uuid) is
    'Whether a seal or a bar closes the subject to the viewer, whatever they did for it before.';

create function access.may_give(which uuid, to_reader text, how text, by_act text, lasts timestamptz, founds boolean)
    returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    if founds then
        return access.founds(which);
    end if;
    if access.is_barred(which, to_reader) then
        return false;
    end if;
    if by_act = 'break-glass' then
        return to_reader = 'account:' || access.viewer_account() and lasts > access.moment()
            and lasts <= access.moment() + interval '24 hours'
            and exists (select 1 from access.grant_of_reading g
                where g.subject = which and g.ended_at is null
                    and g.reader like 'office:' || access.viewer_organisation() || ':%');
    end if;
    if by_act = 'assignment' and to_reader = 'account:' || access.viewer_account() and exists (select 1 from access.grant_of_reading g
            where g.subject = which and g.ended_at is null and g.act = 'ownership'
                and g.reader = any (access.viewer_keys())) then
        return not exists (select 1 from access.grant_of_reading g
            where g.subject = which and g.ended_at is null and g.act = 'assignment' and g.reader <> to_reader);
    end if;
    return access.sees(which, 'full') or access.sees(which, how);
end $$;
comment on function access.may_give(uuid, text, text, text, timestamptz, boolean) is
    'Whether the viewer of this transaction may give this grant: nobody gives more than they hold, except to found a subject, to take a case of their office, or to break glass for themselves, for a time, where their organisation has a part.';

alter table access.grant_of_reading enable row level security, force row level security;
create policy own_or_seen on access.grant_of_reading for select to masar_app
    using (reader = any (access.viewer_keys()) or access.viewer() = 'system:grants' or access.sees(subject, 'full'));
create policy nobody_gives_more_than_they_hold on access.grant_of_reading for insert to masar_app
    with check (given_by = access.viewer_account() and access.may_give(subject, reader, depth, act, until, founding));
create policy ended_by_desks on access.grant_of_reading for update to masar_app
    using (access.viewer() = 'system:grants');

alter table access.bar enable row level security, force row level security;
create policy own_or_seen on access.bar for select to masar_app
    using (account = access.viewer_account() or declared_by = access.viewer_account()
        or access.viewer() = 'system:grants' or access.sees(subject, 'full'));
create policy declared on access.bar for insert to masar_app
    with check (declared_by = access.viewer_account() and access.viewer() = 'system:grants');
create policy lifted_by_desks on access.bar for update to masar_app
    using (access.viewer() = 'system:grants');

alter table access.seal enable row level security, force row level security;
create policy seen on access.seal for select to masar_app
    using (access.viewer() = 'system:grants' or access.sees(subject, 'full'));
create policy sealed on access.seal for insert to masar_app
    with check (sealed_by = access.viewer_account() and access.viewer() = 'system:grants');
create policy lifted_by_desks on access.seal for update to masar_app
    using (access.viewer() = 'system:grants');
