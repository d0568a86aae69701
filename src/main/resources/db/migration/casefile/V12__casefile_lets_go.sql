create policy seen_for_retention on casefile.case_record for select to masar_app
    using (access.viewer() = 'system:retention');
create policy seen_for_retention on casefile.closure for select to masar_app
    using (access.viewer() = 'system:retention');

create function casefile.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'case') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from casefile.name_token where case_id = which;
    delete from casefile.glass where case_id = which;
    delete from casefile.reveal where case_id = which;
    delete from casefile.closure where case_id = which;
    delete from casefile.chronology where case_id = which;
    delete from casefile.consent where case_id = which;
    delete from casefile.person p using casefile.case_record c where c.id = which and p.id = c.person;
    delete from casefile.case_record where id = which;
    return 1;
end $$;
comment on function casefile.erase(uuid) is
    'Deletes every row about a case whose keys were destroyed; refuses one that the ledger of erasures does not name.';
