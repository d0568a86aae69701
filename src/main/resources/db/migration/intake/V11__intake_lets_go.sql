create policy seen_for_retention on intake.report for select to masar_app
    using (access.viewer() = 'system:retention');

create function intake.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'report') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from intake.report where id = which;
    return 1;
end $$;
comment on function intake.erase(uuid) is
    'Deletes a report whose keys were destroyed; refuses one that the ledger of erasures does not name.';
