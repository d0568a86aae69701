create schema procedure;
grant usage on schema procedure to masar_app;

create table procedure.way (
    subject uuid primary key,
    subject_kind text not null,
    edition text not null,
    code text not null,
    address text not null,
    urgency text not null,
    begun_at timestamptz not null,
    station text not null,
    ended_at timestamptz
);
create index on procedure.way (station) where ended_at is null;
grant select, insert, update on procedure.way to masar_app;
comment on table procedure.way is 'where a report or case stands in the edition it began under';
comment on column procedure.way.subject is '[technical] report or case';
comment on column procedure.way.subject_kind is '[code] which of the two';
comment on column procedure.way.edition is '[code] edition of the procedures it began under and keeps';
comment on column procedure.way.code is '[technical] code shown instead of a name';
comment on column procedure.way.address is '[technical] its page';
comment on column procedure.way.urgency is '[code] which clocks run';
comment on column procedure.way.begun_at is '[technical] when it began';
comment on column procedure.way.station is '[code] station reached';
comment on column procedure.way.ended_at is '[technical] when it ended; null while it is open';

create table procedure.passage (
    id uuid primary key,
    subject uuid not null,
    step text not null,
    outcome text not null,
    item uuid,
    at timestamptz not null,
    account uuid not null,
    organisation uuid not null
);
create index on procedure.passage (subject, at);
grant select, insert on procedure.passage to masar_app;
comment on table procedure.passage is 'steps done, by whom and with which outcome; only ever added';
comment on column procedure.passage.id is '[technical] random';
comment on column procedure.passage.subject is '[technical] report or case';
comment on column procedure.passage.step is '[code] step of the edition';
comment on column procedure.passage.outcome is '[code] outcome of the step';
comment on column procedure.passage.item is '[technical] the referral, when the step is about one';
comment on column procedure.passage.at is '[technical] when';
comment on column procedure.passage.account is '[technical] who';
comment on column procedure.passage.organisation is '[technical] for which organisation';
