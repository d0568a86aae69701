create policy seen_for_retention on identification.decision for select to masar_app
    using (access.viewer() = 'system:retention');

create function identification.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'case') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from identification.reflection_period where case_id = which;
    delete from identification.decision where case_id = which;
    return 1;
end $$;
comment on function identification.erase(uuid) is
    'Deletes the decisions about a case whose keys were destroyed; refuses one that the ledger of erasures does not name.';
