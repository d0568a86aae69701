create policy seen_for_retention on referral.referral for select to masar_app
    using (access.viewer() = 'system:retention');
create policy drafts_expire on referral.referral for delete to masar_app
    using (access.viewer() = 'system:retention' and state = 'draft');
grant delete on referral.referral to masar_app;

create function referral.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'referral') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from referral.news where referral = which;
    delete from referral.referral where id = which;
    return 1;
end $$;
comment on function referral.erase(uuid) is
    'Deletes a referral whose keys were destroyed; refuses one that the ledger of erasures does not name.';

alter table referral.referral
    add column renewed_at timestamptz,
    add column waits_since timestamptz,
    add column waits_for text;
comment on column referral.referral.renewed_at is '[technical] when the packet was last sent anew; empty while it is the first one';
comment on column referral.referral.waits_since is '[technical] since when something newer is known and was not sent by itself';
comment on column referral.referral.waits_for is '[code] why it was not: which agreement is missing, as a message key''s end';

create table referral.news (
    id uuid primary key,
    referral uuid not null references referral.referral (id) on delete cascade,
    case_id uuid not null,
    to_organisation uuid not null,
    what text not null check (what in ('closed')),
    at timestamptz not null
);
create index on referral.news (referral, at);
grant select, insert on referral.news to masar_app;
comment on table referral.news is 'what became of a case, told to the receiver of a referral under an agreement; only ever added';
comment on column referral.news.id is '[technical] random';
comment on column referral.news.referral is '[technical] which referral';
comment on column referral.news.case_id is '[technical] which case';
comment on column referral.news.to_organisation is '[technical] who is told';
comment on column referral.news.what is '[code] what became of the case';
comment on column referral.news.at is '[technical] when';
alter table referral.news enable row level security, force row level security;
create policy told_or_seen on referral.news for select to masar_app
    using ((to_organisation = access.viewer_organisation() and access.viewer_office('service-provider'))
        or access.sees(case_id, 'full') or access.viewer() = 'system:way');
create policy told_by_the_way on referral.news for insert to masar_app with check (access.viewer() = 'system:way');
