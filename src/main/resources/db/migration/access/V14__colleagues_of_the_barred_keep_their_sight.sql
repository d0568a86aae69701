create function access.held_by_office(which uuid, to_reader text, how text) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    return exists (
        select 1 from access.account a cross join unnest(a.roles) as role
            join access.grant_of_reading g on g.reader = 'office:' || a.organisation || ':' || role
        where 'account:' || a.id = to_reader and g.subject = which and g.depth = how and g.ended_at is null);
end $$;
comment on function access.held_by_office(uuid, text, text) is
    'Whether an office of this account holds the subject at this depth.';

create or replace function access.may_give(which uuid, to_reader text, how text, by_act text, lasts timestamptz, founds boolean)
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
    if access.viewer() = 'system:grants' and access.held_by_office(which, to_reader, how) then
        return true;
    end if;
    return access.sees(which, 'full') or access.sees(which, how);
end $$;
comment on function access.may_give(uuid, text, text, text, timestamptz, boolean) is
    'Whether the viewer of this transaction may give this grant: nobody gives more than they hold, except to found a subject, to take a case of their office, to break glass for themselves, for a time, where their organisation has a part, or to let colleagues of somebody barred keep by name what their office holds.';
