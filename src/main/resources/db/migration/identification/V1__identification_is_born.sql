create schema identification;
grant usage on schema identification to masar_app;

create table identification.decision (
    id uuid primary key,
    case_id uuid not null,
    number integer not null,
    status text not null check (status in ('presumed', 'not-presumed', 'confirmed', 'not-confirmed')),
    reconsidered boolean not null,
    sealed_reasons bytea not null,
    decided_by uuid not null,
    organisation uuid not null,
    at timestamptz not null,
    unique (case_id, number)
);
grant select, insert on identification.decision to masar_app;
comment on table identification.decision is 'who decided what about a person being a victim, and why; only ever added';
comment on column identification.decision.id is '[technical] random';
comment on column identification.decision.case_id is '[technical] which case';
comment on column identification.decision.number is '[technical] order in the case; two people cannot both write the same next one';
comment on column identification.decision.status is '[special] presumed, not-presumed, confirmed or not-confirmed';
comment on column identification.decision.reconsidered is '[code] whether it replaces an earlier decision of the same step';
comment on column identification.decision.sealed_reasons is '[special] sealed: in the words of who decided; shown to who may read the case''s decisions';
comment on column identification.decision.decided_by is '[technical] the named person';
comment on column identification.decision.organisation is '[technical] the competent organisation';
comment on column identification.decision.at is '[technical] when';

create table identification.reflection_period (
    case_id uuid not null,
    decision uuid primary key references identification.decision (id),
    clock text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null
);
create index on identification.reflection_period (case_id);
grant select, insert on identification.reflection_period to masar_app;
comment on table identification.reflection_period is 'recovery and reflection, started by a presumption; only ever added';
comment on column identification.reflection_period.case_id is '[technical] which case';
comment on column identification.reflection_period.decision is '[technical] the presumption that started it';
comment on column identification.reflection_period.clock is '[code] clock of the country that ran at that moment';
comment on column identification.reflection_period.starts_at is '[technical] when it began';
comment on column identification.reflection_period.ends_at is '[technical] when it ends';
