create table worklist.subject_area (
    subject uuid primary key,
    area text not null
);
grant select, insert, update on worklist.subject_area to masar_app;
comment on table worklist.subject_area is 'the governorate of a case, for numbers only; shown of no case';
comment on column worklist.subject_area.subject is '[technical] the case';
comment on column worklist.subject_area.area is '[location] key of a governorate of the pack, never a smaller place';
alter table worklist.subject_area enable row level security, force row level security;
create policy kept_by_the_way on worklist.subject_area for all to masar_app using (access.viewer() = 'system:way');

create function worklist.backlog(
    steps text[], stations text[], only_station text, only_organisation uuid, only_area text, only_late boolean)
    returns table (part text, key text, name_ar text, name_fr text, name_en text, subjects bigint, waiting bigint,
        late bigint, acted bigint, escalated bigint, typical double precision, longest double precision,
        longest_late double precision)
    language plpgsql stable security definer set search_path = pg_catalog
as $$
begin
    if not access.viewer_office('coordinator') then
        return;
    end if;
    return query
    with open as (
        select t.subject, t.organisation, t.step, t.name_ar, t.name_fr, t.name_en,
            coalesce(s.station, '') as station,
            coalesce(a.area, '') as area,
            t.due_at < access.moment() as is_late,
            t.rung > 2 as is_escalated,
            k.task is not null as is_acted,
            extract(epoch from access.moment() - t.opened_at)::double precision as waited,
            extract(epoch from access.moment() - t.due_at)::double precision as over
        from worklist.task t
            left join unnest(steps, stations) as s(step, station) on s.step = t.step
            left join worklist.subject_area a on a.subject = t.subject
            left join (select distinct g.task from worklist.acknowledgement g where g.acts_until > access.moment()) k
                on k.task = t.id
        where t.done_at is null and t.subject_kind in ('report', 'case')
    )
    select case when grouping(o.station) = 0 then 'station' when grouping(o.organisation) = 0 then 'organisation'
            when grouping(o.area) = 0 then 'area' when grouping(o.step) = 0 then 'step' else 'all' end,
        case when grouping(o.station) = 0 then o.station when grouping(o.organisation) = 0 then o.organisation::text
            when grouping(o.area) = 0 then o.area when grouping(o.step) = 0 then o.step else '' end,
        max(o.name_ar), max(o.name_fr), max(o.name_en),
        count(distinct o.subject), count(*),
        count(*) filter (where o.is_late), count(*) filter (where o.is_acted), count(*) filter (where o.is_escalated),
        percentile_cont(0.5) within group (order by o.waited), max(o.waited), max(o.over) filter (where o.is_late)
    from open o
    where (only_station is null or o.station = only_station)
        and (only_organisation is null or o.organisation = only_organisation)
        and (only_area is null or o.area = only_area)
        and (not only_late or o.is_late)
    group by grouping sets ((o.station), (o.organisation), (o.area), (o.step), ());
end $$;
comment on function worklist.backlog(text[], text[], text, uuid, text, boolean) is
    'What waits, in numbers without codes, by station, organisation, area and step, in seconds; nothing for anybody but coordinators.';

create or replace function worklist.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from worklist.task where subject = which or item = which;
    delete from worklist.subject_area where subject = which;
    return 1;
end $$;
comment on function worklist.erase(uuid) is
    'Deletes the tasks about a subject whose keys were destroyed, with their notices and acknowledgements, and its area; refuses one that the ledger of erasures does not name.';
