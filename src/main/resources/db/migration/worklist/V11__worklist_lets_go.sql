create function worklist.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from worklist.task where subject = which or item = which;
    return 1;
end $$;
comment on function worklist.erase(uuid) is
    'Deletes the tasks about a subject whose keys were destroyed; refuses one that the ledger of erasures does not name.';
