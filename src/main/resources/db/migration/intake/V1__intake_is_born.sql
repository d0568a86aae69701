create schema intake;
grant usage on schema intake to masar_app;

create table intake.report (
    id uuid primary key,
    code text not null unique,
    channel text not null,
    caller text not null,
    caller_safe boolean not null,
    sealed bytea not null,
    age_now text not null,
    dangers text[] not null default '{}',
    danger_now text not null,
    medical_need text not null,
    detained boolean not null,
    removal_on date,
    received_at timestamptz not null,
    taken_by uuid not null,
    organisation uuid not null,
    state text not null check (state in ('received', 'triaged')),
    outcome text,
    urgency text,
    sealed_reasons bytea,
    triaged_by uuid,
    triaged_at timestamptz,
    case_id uuid,
    version integer not null
);
create index on intake.report (organisation, received_at desc);
create index on intake.report (case_id);
grant select, insert, update on intake.report to masar_app;
comment on table intake.report is 'what somebody told us about a person who may be a victim; ends triaged';
comment on column intake.report.id is '[technical] random';
comment on column intake.report.code is '[technical] code shown instead of a name';
comment on column intake.report.channel is '[code] how it reached us';
comment on column intake.report.caller is '[code] who told us';
comment on column intake.report.caller_safe is '[code] whether the caller may be contacted safely';
comment on column intake.report.sealed is '[special] sealed: what happened in the words of the caller, name of the person, place, how to reach the caller';
comment on column intake.report.age_now is '[personal] child, adult or unknown';
comment on column intake.report.dangers is '[special] what threatens the person';
comment on column intake.report.danger_now is '[special] yes, no or unknown';
comment on column intake.report.medical_need is '[special] emergency, soon or none';
comment on column intake.report.detained is '[special] whether the person is detained';
comment on column intake.report.removal_on is '[special] date of removal from the country, if known';
comment on column intake.report.received_at is '[technical] when it was written';
comment on column intake.report.taken_by is '[technical] who wrote it';
comment on column intake.report.organisation is '[technical] for which organisation';
comment on column intake.report.state is '[code] received or triaged';
comment on column intake.report.outcome is '[code] outcome of triage';
comment on column intake.report.urgency is '[code] decided by a person at triage';
comment on column intake.report.sealed_reasons is '[special] sealed: reasons of triage; shown to the owner of the case';
comment on column intake.report.triaged_by is '[technical] who triaged';
comment on column intake.report.triaged_at is '[technical] when';
comment on column intake.report.case_id is '[technical] the case it became';
comment on column intake.report.version is '[technical] counts changes, so that two editors notice each other';
