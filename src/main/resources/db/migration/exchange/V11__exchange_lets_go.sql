create function exchange.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'case') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from exchange.imported_record where case_id = which;
    return 1;
end $$;
comment on function exchange.erase(uuid) is
    'Deletes what a case was imported with once its keys were destroyed; refuses one that the ledger of erasures does not name.';
