create or replace function worklist.backlog(
    steps text[], stations text[], only_station text, only_organisation uuid, only_area text, only_late boolean)
    returns table (part text, key text, name_ar text, name_fr text, name_en text, subjects bigint, waiting bigint,
        late bigint, acted bigint, escalated bigint, typical double precision, longest double precision,
        longest_late double precision)
    language plpgsql stable security definer set search_path = pg_catalog
as $$
declare
    present timestamptz := access.moment();
begin
    if not access.viewer_office('coordinator') then
        return;
    end if;
    return query
    with open as (
        select t.subject, t.organisation, t.step, t.name_ar collate "C" as name_ar, t.name_fr collate "C" as name_fr,
            t.name_en collate "C" as name_en,
            coalesce(s.station, '') as station,
            coalesce(a.area, '') as area,
            t.due_at < present as is_late,
            t.rung > 2 as is_escalated,
            k.task is not null as is_acted,
            extract(epoch from present - t.opened_at)::double precision as waited,
            extract(epoch from present - t.due_at)::double precision as over
        from worklist.task t
            left join unnest(steps, stations) as s(step, station) on s.step = t.step
            left join worklist.subject_area a on a.subject = t.subject
            left join (select distinct g.task from worklist.acknowledgement g where g.acts_until > present) k
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
