create table casefile.glass (
    id uuid primary key,
    case_id uuid not null references casefile.case_record (id),
    account uuid not null,
    organisation uuid not null,
    reason text not null,
    at timestamptz not null,
    until timestamptz not null,
    review_due_at timestamptz not null,
    reviewed_at timestamptz,
    reviewed_by uuid,
    finding text check (finding in ('justified', 'not-justified'))
);
create index on casefile.glass (case_id, at desc);
create index on casefile.glass (at desc);
comment on table casefile.glass is 'Files opened in an emergency by somebody who had no grant, each to be reviewed.';
comment on column casefile.glass.id is '[technical] id';
comment on column casefile.glass.case_id is '[code] the case';
comment on column casefile.glass.account is '[code] who broke the glass';
comment on column casefile.glass.organisation is '[code] their organisation';
comment on column casefile.glass.reason is '[code] why: a code of the word list break-glass-reason';
comment on column casefile.glass.at is '[code] when';
comment on column casefile.glass.until is '[code] when the sight ends by itself';
comment on column casefile.glass.review_due_at is '[code] by when a supervisor looks at it';
comment on column casefile.glass.reviewed_at is '[code] when a supervisor did';
comment on column casefile.glass.reviewed_by is '[code] who did';
comment on column casefile.glass.finding is '[code] justified or not-justified';
grant select, insert on casefile.glass to masar_app;
grant update (reviewed_at, reviewed_by, finding) on casefile.glass to masar_app;
alter table casefile.glass enable row level security, force row level security;
create policy own_seen_or_counted on casefile.glass for select to masar_app
    using (account = access.viewer_account() or access.sees(case_id, 'full')
        or (access.viewer_office('coordinator') and access.sees(case_id, 'existence')));
create policy broken_by_who_acts on casefile.glass for insert to masar_app
    with check (account = access.viewer_account() and access.sees(case_id, 'full'));
create policy reviewed on casefile.glass for update to masar_app
    using (access.sees(case_id, 'full') and account <> access.viewer_account());

create table casefile.reveal (
    id uuid primary key,
    case_id uuid not null references casefile.case_record (id),
    account uuid not null,
    organisation uuid not null,
    reason text not null,
    at timestamptz not null,
    until timestamptz not null
);
create index on casefile.reveal (case_id, at desc);
comment on table casefile.reveal is 'Each time somebody asked to see who the person of a case is, and why.';
comment on column casefile.reveal.id is '[technical] id';
comment on column casefile.reveal.case_id is '[code] the case';
comment on column casefile.reveal.account is '[code] who asked';
comment on column casefile.reveal.organisation is '[code] their organisation';
comment on column casefile.reveal.reason is '[code] why: a code of the word list reveal-reason';
comment on column casefile.reveal.at is '[code] when';
comment on column casefile.reveal.until is '[code] until when the identity is shown without asking again';
grant select, insert on casefile.reveal to masar_app;
alter table casefile.reveal enable row level security, force row level security;
create policy own_or_seen on casefile.reveal for select to masar_app
    using (account = access.viewer_account() or access.sees(case_id, 'full'));
create policy asked_by_who_acts on casefile.reveal for insert to masar_app
    with check (account = access.viewer_account() and access.sees(case_id, 'summary'));
