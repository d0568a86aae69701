create schema documents;
grant usage on schema documents to masar_app;

create function documents.opens(case_id uuid, class text) returns boolean language sql stable parallel restricted
    return access.viewer_kind() not in ('', 'detaining', 'police') and case class
        when 'ordinary' then access.sees(case_id, 'summary')
        when 'intelligence' then access.viewer_kind() not in ('provider', 'health', 'international')
            and (access.viewer_office('case-manager') or access.viewer_office('identification-officer')
                or access.viewer_office('justice-officer'))
            and access.sees(case_id, 'summary')
        when 'legal-privilege' then (access.viewer_office('case-manager')
                or (access.viewer_office('service-provider') and access.viewer_kind() in ('justice', 'provider')))
            and access.sees(case_id, 'full')
        when 'medical' then (access.viewer_office('case-manager')
                or (access.viewer_office('service-provider') and access.viewer_kind() = 'health'))
            and access.sees(case_id, 'full')
        when 'shelter-address' then access.viewer_kind() <> 'justice'
            and (access.viewer_office('case-manager') or access.viewer_office('service-provider'))
            and access.sees(case_id, 'full')
        else false end;
comment on function documents.opens(uuid, text) is
    'Whether the viewer of this transaction may open documents of this class in this case: grant, role and kind of organisation together. Who detains or polices opens none; the prosecution reads nothing that is privileged.';

create table documents.document (
    id uuid primary key,
    case_id uuid not null,
    kind text not null,
    class text not null
        check (class in ('ordinary', 'legal-privilege', 'medical', 'intelligence', 'shelter-address')),
    type text not null check (type in ('pdf', 'jpeg', 'png', 'docx', 'xlsx')),
    bytes integer not null check (bytes > 0),
    added_by uuid not null,
    organisation uuid not null,
    added_at timestamptz not null,
    sealed bytea not null
);
create index on documents.document (case_id, added_at desc);
comment on table documents.document is 'Documents of a case: what each is, and who added it; never changed.';
comment on column documents.document.id is '[technical] id';
comment on column documents.document.case_id is '[code] the case';
comment on column documents.document.kind is '[code] what it is: a code of the word list document-kind';
comment on column documents.document.class is '[code] how restricted it is; decides the key and who may open it';
comment on column documents.document.type is '[code] type of the file, recognised by its content';
comment on column documents.document.bytes is '[technical] size of the original';
comment on column documents.document.added_by is '[code] who added it';
comment on column documents.document.organisation is '[code] their organisation';
comment on column documents.document.added_at is '[code] when';
comment on column documents.document.sealed is '[personal] title and SHA-256 of the original, sealed';

create table documents.withdrawal (
    document uuid primary key references documents.document (id),
    case_id uuid not null,
    class text not null,
    account uuid not null,
    organisation uuid not null,
    reason text not null,
    at timestamptz not null
);
comment on table documents.withdrawal is 'Documents that are shown no more. They stay sealed until the keys of the case are destroyed.';
comment on column documents.withdrawal.document is '[code] the document';
comment on column documents.withdrawal.case_id is '[code] its case';
comment on column documents.withdrawal.class is '[code] how restricted the document is';
comment on column documents.withdrawal.account is '[code] who withdrew it';
comment on column documents.withdrawal.organisation is '[code] their organisation';
comment on column documents.withdrawal.reason is '[code] why: a code of the word list document-withdrawal-reason';
comment on column documents.withdrawal.at is '[code] when';

create table documents.content (
    id uuid primary key,
    document uuid not null references documents.document (id),
    case_id uuid not null,
    class text not null,
    part text not null check (part in ('original', 'viewing-copy')),
    sealed bytea not null,
    unique (document, part)
);
alter table documents.content alter column sealed set storage external;
comment on table documents.content is 'The files themselves: the original as it came, and for pictures a copy without metadata.';
comment on column documents.content.id is '[technical] id';
comment on column documents.content.document is '[code] the document';
comment on column documents.content.case_id is '[code] its case';
comment on column documents.content.class is '[code] how restricted the document is';
comment on column documents.content.part is '[code] original or viewing-copy';
comment on column documents.content.sealed is '[special] the file, sealed';

create table documents.opening (
    id uuid primary key,
    document uuid not null references documents.document (id),
    case_id uuid not null,
    class text not null,
    part text not null check (part in ('original', 'viewing-copy')),
    account uuid not null,
    organisation uuid not null,
    reason text not null,
    at timestamptz not null,
    until timestamptz not null
);
create index on documents.opening (document, at desc);
comment on table documents.opening is 'Each time somebody asked for the content of a document, and why.';
comment on column documents.opening.id is '[technical] id';
comment on column documents.opening.document is '[code] the document';
comment on column documents.opening.case_id is '[code] its case';
comment on column documents.opening.class is '[code] how restricted the document is';
comment on column documents.opening.part is '[code] what was asked for; the original holds the viewing copy';
comment on column documents.opening.account is '[code] who asked';
comment on column documents.opening.organisation is '[code] their organisation';
comment on column documents.opening.reason is '[code] why: a code of the word list document-opening-reason';
comment on column documents.opening.at is '[code] when';
comment on column documents.opening.until is '[code] until when it is given without asking again';

grant select, insert on documents.document, documents.withdrawal, documents.content, documents.opening to masar_app;

create function documents.is_withdrawn(which uuid) returns boolean
    language plpgsql stable parallel restricted security definer cost 1000
    set search_path = pg_catalog
as $$
begin
    return exists (select 1 from documents.withdrawal w where w.document = which);
end $$;
comment on function documents.is_withdrawn(uuid) is 'Whether nobody is shown this document any more.';

create function documents.is_of(which uuid, of_case uuid, of_class text) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    return exists (select 1 from documents.document d
        where d.id = which and d.case_id = of_case and d.class = of_class);
end $$;
comment on function documents.is_of(uuid, uuid, text) is
    'Whether the document is of this case and class: nothing about it can be kept under an easier one.';

create function documents.is_being_added(which uuid) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    return exists (select 1 from documents.document d
        where d.id = which and d.added_by = access.viewer_account()
            and d.xmin = pg_current_xact_id_if_assigned()::xid);
end $$;
comment on function documents.is_being_added(uuid) is
    'Whether the viewer adds this document in the present transaction; later nothing is put into it.';

create function documents.kept(which uuid) returns table (how_many bigint, bytes bigint)
    language plpgsql stable security definer
    set search_path = pg_catalog
as $$
begin
    return query select count(*), coalesce(sum(d.bytes), 0)::bigint from documents.document d
        where d.case_id = which and access.sees(which, 'summary');
end $$;
comment on function documents.kept(uuid) is
    'How many documents a case has and how large they are together, withdrawn and restricted ones included.';

alter table documents.document enable row level security, force row level security;
create policy opened on documents.document for select to masar_app using (documents.opens(case_id, class));
create policy added_by_who_acts on documents.document for insert to masar_app
    with check (added_by = access.viewer_account() and documents.opens(case_id, class));

alter table documents.withdrawal enable row level security, force row level security;
create policy opened on documents.withdrawal for select to masar_app using (documents.opens(case_id, class));
create policy withdrawn_by_who_acts on documents.withdrawal for insert to masar_app
    with check (account = access.viewer_account() and documents.opens(case_id, class)
        and documents.is_of(document, case_id, class));

alter table documents.content enable row level security, force row level security;
create policy opened on documents.content for select to masar_app
    using (documents.opens(case_id, class) and not documents.is_withdrawn(document));
create policy added_with_its_document on documents.content for insert to masar_app
    with check (documents.opens(case_id, class) and documents.is_of(document, case_id, class)
        and documents.is_being_added(document));

alter table documents.opening enable row level security, force row level security;
create policy own_or_opened on documents.opening for select to masar_app
    using (account = access.viewer_account() or documents.opens(case_id, class));
create policy asked_by_who_acts on documents.opening for insert to masar_app
    with check (account = access.viewer_account() and documents.opens(case_id, class)
        and documents.is_of(document, case_id, class));

create function documents.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'case') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from documents.opening where case_id = which;
    delete from documents.content where case_id = which;
    delete from documents.withdrawal where case_id = which;
    delete from documents.document where case_id = which;
    return 1;
end $$;
comment on function documents.erase(uuid) is
    'Deletes the documents of a case whose keys were destroyed; refuses one that the ledger of erasures does not name.';
