create policy seen_for_retention on screening.interview for select to masar_app
    using (access.viewer() = 'system:retention');

create function screening.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e
            where e.subject = which and e.subject_kind in ('case', 'interview')) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from screening.urgent_need where case_id = which;
    delete from screening.indication where case_id = which or interview = which;
    delete from screening.interview where case_id = which or id = which;
    return 1;
end $$;
comment on function screening.erase(uuid) is
    'Deletes interviews, indications and urgent needs of a case whose keys were destroyed, or one interview; refuses what the ledger of erasures does not name.';
