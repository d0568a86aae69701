create function assistance.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e
            where e.subject = which and e.subject_kind in ('case', 'referral')) then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from assistance.service_delivered where case_id = which or referral = which;
    return 1;
end $$;
comment on function assistance.erase(uuid) is
    'Deletes the services of a case or a referral whose keys were destroyed; refuses one that the ledger of erasures does not name.';
