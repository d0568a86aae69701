create schema screening;
grant usage on schema screening to masar_app;

create table screening.interview (
    id uuid primary key,
    case_id uuid not null,
    organisation uuid not null,
    interviewer uuid not null,
    consent uuid not null,
    begun_at timestamptz not null,
    language text not null,
    interpreter boolean not null,
    phase text not null,
    present text[] not null,
    privacy text not null check (privacy in ('yes', 'no', 'unknown')),
    form text not null,
    form_version text not null,
    sealed bytea not null,
    age_at_exploitation text not null check (age_at_exploitation in ('child', 'adult', 'unknown')),
    suspected_form text not null check (suspected_form in ('labour', 'sexual', 'unknown')),
    status text not null check (status in ('open', 'paused', 'finished', 'stopped')),
    changed_at timestamptz not null,
    changed_by uuid not null,
    ended_at timestamptz,
    handed_to uuid,
    version integer not null
);
create index on screening.interview (case_id, begun_at);
create index on screening.interview (consent);
grant select, insert, update on screening.interview to masar_app;
comment on table screening.interview is 'one interview about signs of trafficking: its ground, conditions, answers and indicators';
comment on column screening.interview.id is '[technical] random';
comment on column screening.interview.case_id is '[technical] which case';
comment on column screening.interview.organisation is '[technical] organisation that holds it';
comment on column screening.interview.interviewer is '[technical] account that began it';
comment on column screening.interview.consent is '[technical] the consent or other ground it rests on';
comment on column screening.interview.begun_at is '[technical] when it began';
comment on column screening.interview.language is '[personal] language it is held in, ISO 639';
comment on column screening.interview.interpreter is '[code] whether an interpreter helps';
comment on column screening.interview.phase is '[special] before, during or after detention';
comment on column screening.interview.present is '[special] who was present beside the person and the interviewer';
comment on column screening.interview.privacy is '[code] whether one could speak in private: yes, no, unknown';
comment on column screening.interview.form is '[code] id of the form';
comment on column screening.interview.form_version is '[code] version of the form when it began';
comment on column screening.interview.sealed is '[special] sealed: where it is held, answers, indicators, what the interviewer recommends';
comment on column screening.interview.age_at_exploitation is '[special] child, adult or unknown; chooses the list of indicators';
comment on column screening.interview.suspected_form is '[special] labour, sexual or unknown; chooses the list of indicators';
comment on column screening.interview.status is '[code] open, paused, finished or stopped';
comment on column screening.interview.changed_at is '[technical] when it was last changed';
comment on column screening.interview.changed_by is '[technical] who changed it last';
comment on column screening.interview.ended_at is '[technical] when it was finished or stopped';
comment on column screening.interview.handed_to is '[technical] organisation asked to decide; null when nobody was';
comment on column screening.interview.version is '[technical] counts changes, so that two editors notice each other';

create table screening.indication (
    id uuid primary key,
    case_id uuid not null,
    interview uuid not null,
    at timestamptz not null,
    account uuid not null,
    organisation uuid not null,
    edition text not null,
    catalogue text not null,
    catalogue_version text not null,
    list text not null,
    age_at_exploitation text not null,
    suspected_form text not null,
    conclusion text not null,
    reason text not null,
    treated_as_child boolean not null,
    provisional boolean not null,
    sealed bytea not null
);
create index on screening.indication (case_id, at desc);
create index on screening.indication (interview);
grant select, insert on screening.indication to masar_app;
comment on table screening.indication is 'what an interview indicates, with everything that explains it; not a decision; only ever added';
comment on column screening.indication.id is '[technical] random';
comment on column screening.indication.case_id is '[technical] which case';
comment on column screening.indication.interview is '[technical] the interview it was drawn from';
comment on column screening.indication.at is '[technical] when';
comment on column screening.indication.account is '[technical] who finished the interview';
comment on column screening.indication.organisation is '[technical] for which organisation';
comment on column screening.indication.edition is '[code] edition of the procedures whose tables were asked';
comment on column screening.indication.catalogue is '[code] catalogue of indicators';
comment on column screening.indication.catalogue_version is '[code] its version';
comment on column screening.indication.list is '[code] list of the catalogue that was used';
comment on column screening.indication.age_at_exploitation is '[special] child, adult or unknown';
comment on column screening.indication.suspected_form is '[special] labour, sexual or unknown';
comment on column screening.indication.conclusion is '[special] code of the word list conclusion';
comment on column screening.indication.reason is '[special] code of the word list conclusion-reason';
comment on column screening.indication.treated_as_child is '[special] a child, or of unknown age, at the time of exploitation';
comment on column screening.indication.provisional is '[code] whether the list is not the published one';
comment on column screening.indication.sealed is '[special] sealed: dimensions, rules, counts and answers to the indicators, as they were';

create table screening.urgent_need (
    id uuid primary key,
    case_id uuid not null,
    need text not null,
    sealed_note bytea,
    raised_by uuid not null,
    organisation uuid not null,
    raised_at timestamptz not null,
    met_at timestamptz,
    met_by uuid
);
create index on screening.urgent_need (case_id, raised_at);
grant select, insert on screening.urgent_need to masar_app;
grant update (met_at, met_by) on screening.urgent_need to masar_app;
comment on table screening.urgent_need is 'something a person needs at once; never waits for consent to an interview';
comment on column screening.urgent_need.id is '[technical] random';
comment on column screening.urgent_need.case_id is '[technical] which case';
comment on column screening.urgent_need.need is '[special] code of the word list urgent-need';
comment on column screening.urgent_need.sealed_note is '[special] sealed: in the words of who raised it';
comment on column screening.urgent_need.raised_by is '[technical] who raised it';
comment on column screening.urgent_need.organisation is '[technical] for which organisation';
comment on column screening.urgent_need.raised_at is '[technical] when';
comment on column screening.urgent_need.met_at is '[technical] when the owner of the case said it is met';
comment on column screening.urgent_need.met_by is '[technical] who said so';
