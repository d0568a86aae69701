create function procedure.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from procedure.passage where subject = which;
    delete from procedure.way where subject = which;
    return 1;
end $$;
comment on function procedure.erase(uuid) is
    'Deletes the way of a subject whose keys were destroyed; refuses one that the ledger of erasures does not name.';
