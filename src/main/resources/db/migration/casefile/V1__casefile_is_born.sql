create schema casefile;
grant usage on schema casefile to masar_app;

create table casefile.case_record (
    id uuid primary key,
    code text not null unique,
    person uuid not null,
    owner uuid not null,
    manager uuid,
    origin text not null check (origin in ('report', 'imported')),
    state text not null check (state in ('imported', 'open', 'closure-requested', 'closed')),
    opened_at timestamptz not null,
    version integer not null
);
create index on casefile.case_record (owner, opened_at desc);
grant select, insert, update on casefile.case_record to masar_app;
comment on table casefile.case_record is 'one person''s case; always owned by an organisation';
comment on column casefile.case_record.id is '[technical] random';
comment on column casefile.case_record.code is '[technical] code shown instead of a name, with a check character';
comment on column casefile.case_record.person is '[technical] the person of this case';
comment on column casefile.case_record.owner is '[technical] organisation responsible for it';
comment on column casefile.case_record.manager is '[technical] account of the case manager; null until somebody takes it';
comment on column casefile.case_record.origin is '[code] report or imported';
comment on column casefile.case_record.state is '[code] imported, open, closure-requested or closed';
comment on column casefile.case_record.opened_at is '[technical] when it was opened';
comment on column casefile.case_record.version is '[technical] counts changes, so that two editors notice each other';

create table casefile.person (
    id uuid primary key,
    age_now text not null check (age_now in ('child', 'adult', 'unknown')),
    age_at_exploitation text not null check (age_at_exploitation in ('child', 'adult', 'unknown')),
    sealed bytea not null,
    version integer not null
);
grant select, insert, update on casefile.person to masar_app;
comment on table casefile.person is 'the person a case is about; each case has its own record, never merged with another';
comment on column casefile.person.id is '[technical] random';
comment on column casefile.person.age_now is '[personal] child, adult or unknown, as said; unknown is treated as a child';
comment on column casefile.person.age_at_exploitation is '[special] child, adult or unknown when exploited; unknown is treated as a child';
comment on column casefile.person.sealed is '[personal] sealed: names by script, date of birth, gender, nationalities, language, whereabouts';
comment on column casefile.person.version is '[technical] counts changes, so that two editors notice each other';

create table casefile.name_token (
    token bytea not null,
    case_id uuid not null,
    primary key (token, case_id)
);
create index on casefile.name_token (case_id);
grant select, insert, delete on casefile.name_token to masar_app;
comment on table casefile.name_token is 'by which a case is found by name: keyed hashes, compared by equality only';
comment on column casefile.name_token.token is '[personal] keyed, truncated hash of a spelling or of the consonants of a word of a name';
comment on column casefile.name_token.case_id is '[technical] which case';

create table casefile.consent (
    id uuid primary key,
    case_id uuid not null references casefile.case_record (id),
    ground text not null,
    purpose text not null,
    recipient uuid,
    language text,
    sealed_reason bytea,
    explained_by uuid not null,
    given_at timestamptz not null,
    review_due_at timestamptz,
    reviewed_at timestamptz,
    reviewed_by uuid,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    version integer not null
);
create index on casefile.consent (case_id);
grant select, insert, update on casefile.consent to masar_app;
comment on table casefile.consent is 'consent or another recorded ground, for one purpose and one recipient; ends by withdrawal';
comment on column casefile.consent.id is '[technical] random';
comment on column casefile.consent.case_id is '[technical] which case';
comment on column casefile.consent.ground is '[special] consent, guardian and assent, vital interest, child protection or legal obligation';
comment on column casefile.consent.purpose is '[code] what it is for';
comment on column casefile.consent.recipient is '[technical] organisation it is for; null when it needs none';
comment on column casefile.consent.language is '[personal] language in which it was explained';
comment on column casefile.consent.sealed_reason is '[special] sealed: why another ground than consent is used; shown to the owner of the case';
comment on column casefile.consent.explained_by is '[technical] account that explained it';
comment on column casefile.consent.given_at is '[technical] when';
comment on column casefile.consent.review_due_at is '[technical] until when another ground must be reviewed; null for consent';
comment on column casefile.consent.reviewed_at is '[technical] when it was reviewed';
comment on column casefile.consent.reviewed_by is '[technical] who reviewed it';
comment on column casefile.consent.withdrawn_at is '[technical] when it was withdrawn';
comment on column casefile.consent.withdrawn_by is '[technical] who recorded the withdrawal';
comment on column casefile.consent.version is '[technical] counts changes, so that two editors notice each other';

create table casefile.chronology (
    id uuid primary key,
    case_id uuid not null references casefile.case_record (id),
    at timestamptz not null,
    act text not null,
    detail text,
    account uuid not null,
    organisation uuid not null
);
create index on casefile.chronology (case_id, at desc);
grant select, insert on casefile.chronology to masar_app;
comment on table casefile.chronology is 'what happened in a case, in order; only ever added';
comment on column casefile.chronology.id is '[technical] random';
comment on column casefile.chronology.case_id is '[technical] which case';
comment on column casefile.chronology.at is '[technical] when';
comment on column casefile.chronology.act is '[code] what happened, as a message key';
comment on column casefile.chronology.detail is '[code] code or id that says more, such as an outcome or a service';
comment on column casefile.chronology.account is '[technical] who';
comment on column casefile.chronology.organisation is '[technical] for which organisation';

create table casefile.closure (
    id uuid primary key,
    case_id uuid not null references casefile.case_record (id),
    act text not null check (act in ('requested', 'approved', 'sent-back', 'reopened')),
    reason text not null,
    sealed_note bytea not null,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null
);
create index on casefile.closure (case_id, at);
grant select, insert on casefile.closure to masar_app;
comment on table casefile.closure is 'requests to close, answers to them, reopenings; only ever added';
comment on column casefile.closure.id is '[technical] random';
comment on column casefile.closure.case_id is '[technical] which case';
comment on column casefile.closure.act is '[code] requested, approved, sent-back or reopened';
comment on column casefile.closure.reason is '[code] from the word list closure-reason';
comment on column casefile.closure.sealed_note is '[special] sealed: in the words of who did it';
comment on column casefile.closure.account is '[technical] who';
comment on column casefile.closure.organisation is '[technical] for which organisation';
comment on column casefile.closure.at is '[technical] when';
