create schema referral;
grant usage on schema referral to masar_app;

create table referral.referral (
    id uuid primary key,
    case_id uuid not null,
    case_code text not null,
    from_organisation uuid not null,
    from_account uuid not null,
    to_organisation uuid not null,
    service uuid not null,
    sealed bytea not null,
    shared text[] not null,
    consent uuid,
    urgency text not null,
    state text not null check (state in ('draft', 'sent', 'accepted', 'declined', 'completed', 'withdrawn')),
    created_at timestamptz not null,
    sent_at timestamptz,
    due_at timestamptz,
    answered_at timestamptz,
    answered_by uuid,
    decline_reason text,
    ended_at timestamptz,
    version integer not null
);
create index on referral.referral (case_id, created_at desc);
create index on referral.referral (to_organisation, sent_at desc);
create index on referral.referral (from_organisation, created_at desc);
grant select, insert, update on referral.referral to masar_app;
comment on table referral.referral is 'asking another organisation for a service; ends declined, completed or withdrawn';
comment on column referral.referral.id is '[technical] random';
comment on column referral.referral.case_id is '[technical] which case';
comment on column referral.referral.case_code is '[technical] code shown instead of a name';
comment on column referral.referral.from_organisation is '[technical] who asks';
comment on column referral.referral.from_account is '[technical] who wrote it';
comment on column referral.referral.to_organisation is '[technical] who is asked; only it answers';
comment on column referral.referral.service is '[technical] the service asked for';
comment on column referral.referral.sealed is '[special] sealed: what is asked; the packet, frozen when it was sent; words of the receiver';
comment on column referral.referral.shared is '[code] which parts of what is known of the person go along';
comment on column referral.referral.consent is '[technical] consent or ground it rests on';
comment on column referral.referral.urgency is '[code] which clock runs';
comment on column referral.referral.state is '[code] draft, sent, accepted, declined, completed or withdrawn';
comment on column referral.referral.created_at is '[technical] when it was begun';
comment on column referral.referral.sent_at is '[technical] when it was sent';
comment on column referral.referral.due_at is '[technical] until when an answer is due';
comment on column referral.referral.answered_at is '[technical] when it was answered';
comment on column referral.referral.answered_by is '[technical] who answered';
comment on column referral.referral.decline_reason is '[code] why it was declined';
comment on column referral.referral.ended_at is '[technical] when it ended';
comment on column referral.referral.version is '[technical] counts changes, so that two editors notice each other';
