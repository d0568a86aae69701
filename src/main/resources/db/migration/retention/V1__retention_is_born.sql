create schema retention;
grant usage on schema retention to masar_app;

create table retention.hold (
    id uuid primary key,
    subject_kind text not null,
    subject uuid not null,
    ground text not null,
    sealed bytea not null,
    organisation uuid not null,
    placed_by uuid not null,
    placed_at timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    sealed_lifting bytea
);
create index on retention.hold (subject) where lifted_at is null;
grant select, insert on retention.hold to masar_app;
grant update (lifted_by, lifted_at, sealed_lifting) on retention.hold to masar_app;
comment on table retention.hold is 'legal holds: while one stands nothing of its subject may be erased';
comment on column retention.hold.id is '[technical] random';
comment on column retention.hold.subject_kind is '[code] what is held: a case';
comment on column retention.hold.subject is '[technical] id of what is held';
comment on column retention.hold.ground is '[code] from the word list legal-hold-ground';
comment on column retention.hold.sealed is '[special] sealed: reason and reference, under the key of the subject';
comment on column retention.hold.organisation is '[technical] organisation that placed it and alone may lift it';
comment on column retention.hold.placed_by is '[technical] who placed it';
comment on column retention.hold.placed_at is '[technical] when';
comment on column retention.hold.lifted_by is '[technical] who lifted it; empty while it stands';
comment on column retention.hold.lifted_at is '[technical] when it was lifted';
comment on column retention.hold.sealed_lifting is '[special] sealed: why it was lifted';

create table retention.due (
    id uuid primary key,
    subject_kind text not null,
    subject uuid not null unique,
    code text not null,
    record_class text not null,
    organisation uuid not null,
    since timestamptz not null,
    due_at timestamptz not null,
    found_at timestamptz not null
);
create index on retention.due (organisation, due_at);
grant select, insert, delete on retention.due to masar_app;
comment on table retention.due is 'records whose period is over: proposals of the machine, written anew each night, never a deletion';
comment on column retention.due.id is '[technical] random';
comment on column retention.due.subject_kind is '[code] case, report or referral';
comment on column retention.due.subject is '[technical] id of the record';
comment on column retention.due.code is '[technical] code shown instead of a name';
comment on column retention.due.record_class is '[code] class of record in retention.yaml';
comment on column retention.due.organisation is '[technical] organisation that owns it';
comment on column retention.due.since is '[technical] when its period began';
comment on column retention.due.due_at is '[technical] when its period was over';
comment on column retention.due.found_at is '[technical] when the night''s run found it';

create table retention.deletion (
    id uuid primary key,
    subject_kind text not null,
    subject uuid not null,
    code text not null,
    record_class text not null,
    organisation uuid not null,
    reason text not null,
    sealed_note bytea not null,
    state text not null check (state in ('proposed', 'withdrawn', 'erased')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    begun_on date not null,
    since timestamptz not null,
    outcome text not null,
    check (decided_by is null or state = 'withdrawn' or decided_by <> proposed_by)
);
create unique index one_deletion on retention.deletion (subject) where state <> 'withdrawn';
grant select, insert on retention.deletion to masar_app;
grant update (state, decided_by, decided_at) on retention.deletion to masar_app;
comment on table retention.deletion is 'deletions: proposed by one person, confirmed by another, then certificate and anonymous stub of what was';
comment on column retention.deletion.id is '[technical] random; number of the certificate';
comment on column retention.deletion.subject_kind is '[code] case, report or referral';
comment on column retention.deletion.subject is '[technical] id of the record';
comment on column retention.deletion.code is '[technical] code shown instead of a name';
comment on column retention.deletion.record_class is '[code] class of record in retention.yaml';
comment on column retention.deletion.organisation is '[technical] organisation that owned it';
comment on column retention.deletion.reason is '[code] from the word list deletion-reason';
comment on column retention.deletion.sealed_note is '[special] sealed: in the words of who proposed; unreadable with the key of the subject';
comment on column retention.deletion.state is '[code] proposed, withdrawn or erased';
comment on column retention.deletion.proposed_by is '[technical] first person';
comment on column retention.deletion.proposed_at is '[technical] when';
comment on column retention.deletion.decided_by is '[technical] second person, or who withdrew the proposal';
comment on column retention.deletion.decided_at is '[technical] when';
comment on column retention.deletion.begun_on is '[code] day on which the record began';
comment on column retention.deletion.since is '[code] when its period began';
comment on column retention.deletion.outcome is '[code] how the record ended, such as the reason of closure';

create table retention.certificate_line (
    entry uuid primary key,
    deletion uuid not null references retention.deletion (id),
    number integer not null,
    subject_kind text not null,
    subject uuid not null,
    keys integer not null,
    last_copy_at timestamptz not null,
    hash text not null
);
create index on retention.certificate_line (deletion, number);
grant select, insert on retention.certificate_line to masar_app;
comment on table retention.certificate_line is 'what a certificate names: one entry of the ledger of erasures for each part; only ever added';
comment on column retention.certificate_line.entry is '[technical] id of the entry in the ledger';
comment on column retention.certificate_line.deletion is '[technical] which certificate';
comment on column retention.certificate_line.number is '[technical] order on the certificate';
comment on column retention.certificate_line.subject_kind is '[code] case, report, interview or referral';
comment on column retention.certificate_line.subject is '[technical] id of the part';
comment on column retention.certificate_line.keys is '[technical] how many keys were destroyed';
comment on column retention.certificate_line.last_copy_at is '[technical] when the last backup copy of these keys expires';
comment on column retention.certificate_line.hash is '[technical] SHA-256 of the line of the ledger';

create function retention.watches(which uuid, owner uuid) returns boolean
    language sql stable parallel restricted
    return (owner = access.viewer_organisation() and access.viewer_office('supervisor')
            and (access.sees(which, 'full') or not access.is_sealed(which)))
        or (access.viewer_office('coordinator') and not access.is_closed(which));
comment on function retention.watches(uuid, uuid) is
    'Whether the viewer of this transaction looks after the retention of this subject: supervisors of its owner, coordinators unless it is sealed.';

alter table retention.hold enable row level security, force row level security;
create policy placed_or_seen on retention.hold for select to masar_app
    using (access.viewer() = 'system:retention' or access.sees(subject, 'full')
        or (access.viewer_office('coordinator') and access.sees(subject, 'existence')));
create policy placed_by_who_acts on retention.hold for insert to masar_app
    with check (placed_by = access.viewer_account() and organisation = access.viewer_organisation()
        and ((access.viewer_office('supervisor') and access.sees(subject, 'full'))
            or (access.viewer_office('coordinator') and access.sees(subject, 'existence'))));
create policy lifted_where_placed on retention.hold for update to masar_app
    using (organisation = access.viewer_organisation()
        and (access.viewer_office('supervisor') or access.viewer_office('coordinator'))
        and access.sees(subject, 'existence'));

alter table retention.due enable row level security, force row level security;
create policy watched on retention.due for select to masar_app
    using (access.viewer() = 'system:retention' or retention.watches(subject, organisation));
create policy found_at_night on retention.due for insert to masar_app with check (access.viewer() = 'system:retention');
create policy written_anew on retention.due for delete to masar_app using (access.viewer() = 'system:retention');

alter table retention.deletion enable row level security, force row level security;
create policy done_or_watched on retention.deletion for select to masar_app
    using (proposed_by = access.viewer_account() or decided_by = access.viewer_account()
        or retention.watches(subject, organisation)
        or (access.viewer_office('auditor') and state = 'erased')
        or access.viewer() = 'system:retention');
create policy proposed_by_who_acts on retention.deletion for insert to masar_app
    with check (proposed_by = access.viewer_account() and organisation = access.viewer_organisation()
        and access.viewer_office('supervisor'));
create policy decided_by_who_watches on retention.deletion for update to masar_app
    using (state = 'proposed' and retention.watches(subject, organisation))
    with check (decided_by = access.viewer_account());

alter table retention.certificate_line enable row level security, force row level security;
create policy of_its_certificate on retention.certificate_line for select to masar_app
    using (exists (select 1 from retention.deletion d where d.id = deletion));
create policy written_at_erasure on retention.certificate_line for insert to masar_app
    with check (exists (select 1 from retention.deletion d where d.id = deletion));
