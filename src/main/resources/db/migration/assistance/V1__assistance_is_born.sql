create schema assistance;
grant usage on schema assistance to masar_app;

create table assistance.service_delivered (
    id uuid primary key,
    case_id uuid not null,
    referral uuid,
    organisation uuid not null,
    category text not null,
    outcome text not null check (outcome in ('delivered', 'partly-delivered', 'declined-by-person', 'unavailable')),
    delivered_on date not null,
    sealed_note bytea not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null
);
create index on assistance.service_delivered (case_id, delivered_on desc);
create index on assistance.service_delivered (referral);
grant select, insert on assistance.service_delivered to masar_app;
comment on table assistance.service_delivered is 'help a person received, or why not; only ever added';
comment on column assistance.service_delivered.id is '[technical] random';
comment on column assistance.service_delivered.case_id is '[technical] which case';
comment on column assistance.service_delivered.referral is '[technical] referral it answers; null when the owner of the case gave it';
comment on column assistance.service_delivered.organisation is '[technical] who gave it';
comment on column assistance.service_delivered.category is '[special] kind of help';
comment on column assistance.service_delivered.outcome is '[special] delivered, partly, declined by the person, or unavailable';
comment on column assistance.service_delivered.delivered_on is '[special] day of delivery';
comment on column assistance.service_delivered.sealed_note is '[special] sealed: words of the provider; shown to provider and owner of the case';
comment on column assistance.service_delivered.recorded_by is '[technical] who wrote it';
comment on column assistance.service_delivered.recorded_at is '[technical] when it was written';
