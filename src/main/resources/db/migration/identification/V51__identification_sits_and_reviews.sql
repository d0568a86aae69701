alter table identification.decision add column panel uuid;
comment on column identification.decision.panel is '[technical] panel that sat on it, if one did';

create policy seen_by_guards on identification.reflection_period for select to masar_app
    using (access.viewer() = 'system:way');

create table identification.reflection_change (
    id uuid primary key,
    case_id uuid not null,
    decision uuid not null references identification.reflection_period (decision),
    number integer not null,
    act text not null check (act in ('extended', 'prepared', 'end-proposed', 'end-declined', 'ended')),
    reason text not null,
    sealed_note bytea not null,
    ends_at timestamptz,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null,
    unique (decision, number)
);
create index on identification.reflection_change (case_id);
grant select, insert on identification.reflection_change to masar_app;
comment on table identification.reflection_change is 'what was done to a period of recovery and reflection; only ever added';
comment on column identification.reflection_change.id is '[technical] random';
comment on column identification.reflection_change.case_id is '[technical] which case';
comment on column identification.reflection_change.decision is '[technical] the presumption that started the period';
comment on column identification.reflection_change.number is '[technical] order; two people cannot both write the same next one';
comment on column identification.reflection_change.act is '[code] extended, prepared, end-proposed, end-declined or ended';
comment on column identification.reflection_change.reason is '[special] code of the word list reflection-end-reason; empty for none';
comment on column identification.reflection_change.sealed_note is '[special] sealed: in the words of who acted';
comment on column identification.reflection_change.ends_at is '[technical] when the period ends from then on; empty when that did not change';
comment on column identification.reflection_change.account is '[technical] who acted';
comment on column identification.reflection_change.organisation is '[technical] for which organisation';
comment on column identification.reflection_change.at is '[technical] when';
alter table identification.reflection_change enable row level security, force row level security;
create policy seen on identification.reflection_change for select to masar_app
    using (access.sees(case_id, 'summary') or access.viewer() = 'system:way');
create policy done_by_who_acts on identification.reflection_change for insert to masar_app
    with check (account = access.viewer_account() and access.sees(case_id, 'summary'));

create table identification.review (
    id uuid primary key,
    case_id uuid not null,
    decision uuid not null references identification.decision (id),
    instance integer not null,
    instance_key text not null,
    decides uuid not null,
    state text not null check (state in ('asked', 'upheld', 'changed', 'withdrawn')),
    sealed_grounds bytea not null,
    asked_by uuid not null,
    asked_for uuid not null,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    sealed_reasons bytea,
    decided_by uuid,
    decided_at timestamptz,
    version integer not null
);
create unique index one_review on identification.review (decision, instance) where state <> 'withdrawn';
create index on identification.review (case_id);
grant select, insert on identification.review to masar_app;
grant update (state, sealed_reasons, decided_by, decided_at, version) on identification.review to masar_app;
comment on table identification.review is 'reviews of decisions, by one instance after the other; ends upheld, changed or withdrawn';
comment on column identification.review.id is '[technical] random';
comment on column identification.review.case_id is '[technical] which case';
comment on column identification.review.decision is '[technical] the decision under review';
comment on column identification.review.instance is '[technical] how many instances looked at it before';
comment on column identification.review.instance_key is '[code] instance in the words of the country''s pack';
comment on column identification.review.decides is '[technical] organisation that decides it';
comment on column identification.review.state is '[code] asked, upheld, changed or withdrawn';
comment on column identification.review.sealed_grounds is '[special] sealed: why the person asks for it';
comment on column identification.review.asked_by is '[technical] who recorded that the person asks';
comment on column identification.review.asked_for is '[technical] for which organisation';
comment on column identification.review.asked_at is '[technical] when';
comment on column identification.review.due_at is '[technical] when it is to be decided';
comment on column identification.review.sealed_reasons is '[special] sealed: why it was decided so';
comment on column identification.review.decided_by is '[technical] who decided, or withdrew it';
comment on column identification.review.decided_at is '[technical] when';
comment on column identification.review.version is '[technical] counts changes, so that two people notice each other';
alter table identification.review enable row level security, force row level security;
create policy seen on identification.review for select to masar_app
    using (access.sees(case_id, 'summary') or access.viewer() = 'system:way');
create policy asked_by_who_acts on identification.review for insert to masar_app
    with check (asked_by = access.viewer_account() and access.sees(case_id, 'full'));
create policy decided on identification.review for update to masar_app
    using (state = 'asked' and access.sees(case_id, 'summary'))
    with check (decided_by = access.viewer_account());

create table identification.panel (
    id uuid primary key,
    case_id uuid not null,
    code text not null,
    chair uuid not null,
    members uuid[] not null,
    sits_on date not null,
    state text not null check (state in ('convened', 'open', 'voted', 'decided', 'cancelled')),
    convened_at timestamptz not null,
    version integer not null
);
create unique index one_panel_at_a_time on identification.panel (case_id) where state in ('convened', 'open', 'voted');
create index on identification.panel (case_id, convened_at);
grant select, insert on identification.panel to masar_app;
grant update (state, version) on identification.panel to masar_app;
comment on table identification.panel is 'panels that sit on a decision; proposes by majority, its chair decides';
comment on column identification.panel.id is '[technical] random';
comment on column identification.panel.case_id is '[technical] which case';
comment on column identification.panel.code is '[technical] code shown instead of a name';
comment on column identification.panel.chair is '[technical] who convened it and decides';
comment on column identification.panel.members is '[technical] accounts that were asked to sit, with the chair';
comment on column identification.panel.sits_on is '[code] day of the session';
comment on column identification.panel.state is '[code] convened, open, voted, decided or cancelled';
comment on column identification.panel.convened_at is '[technical] when it was convened';
comment on column identification.panel.version is '[technical] counts changes, so that two people notice each other';
alter table identification.panel enable row level security, force row level security;
create policy sat_on_or_seen on identification.panel for select to masar_app
    using (access.sees(case_id, 'summary')
        or (access.viewer_account() = any (members) and access.sees(case_id, 'existence')));
create policy convened_by_its_chair on identification.panel for insert to masar_app
    with check (chair = access.viewer_account() and access.sees(case_id, 'summary'));
create policy led_by_its_chair on identification.panel for update to masar_app
    using (chair = access.viewer_account() and access.sees(case_id, 'summary'));

create table identification.panel_declaration (
    panel uuid not null references identification.panel (id),
    case_id uuid not null,
    member uuid not null,
    free boolean not null,
    at timestamptz not null,
    primary key (panel, member)
);
grant select, insert on identification.panel_declaration to masar_app;
comment on table identification.panel_declaration is 'what members of a panel said of their ties before seeing the file; only ever added';
comment on column identification.panel_declaration.panel is '[technical] which panel';
comment on column identification.panel_declaration.case_id is '[technical] which case';
comment on column identification.panel_declaration.member is '[technical] account that said so';
comment on column identification.panel_declaration.free is '[code] whether they are free of any tie';
comment on column identification.panel_declaration.at is '[technical] when';
alter table identification.panel_declaration enable row level security, force row level security;
create policy own_or_seen on identification.panel_declaration for select to masar_app
    using (member = access.viewer_account() or access.sees(case_id, 'summary'));
create policy said_for_oneself on identification.panel_declaration for insert to masar_app
    with check (member = access.viewer_account() and access.sees(case_id, 'existence'));

create table identification.panel_opinion (
    id uuid primary key,
    panel uuid not null references identification.panel (id),
    case_id uuid not null,
    member uuid not null,
    number integer not null,
    status text not null check (status in ('presumed', 'not-presumed', 'confirmed', 'not-confirmed')),
    sealed_reasons bytea not null,
    at timestamptz not null,
    unique (panel, member, number)
);
grant select, insert on identification.panel_opinion to masar_app;
comment on table identification.panel_opinion is 'what members of a panel think, each version; only ever added, read by others once the vote is closed';
comment on column identification.panel_opinion.id is '[technical] random';
comment on column identification.panel_opinion.panel is '[technical] which panel';
comment on column identification.panel_opinion.case_id is '[technical] which case';
comment on column identification.panel_opinion.member is '[technical] whose opinion';
comment on column identification.panel_opinion.number is '[technical] the last of a member counts';
comment on column identification.panel_opinion.status is '[special] presumed, not-presumed, confirmed or not-confirmed';
comment on column identification.panel_opinion.sealed_reasons is '[special] sealed: in the words of the member';
comment on column identification.panel_opinion.at is '[technical] when';
alter table identification.panel_opinion enable row level security, force row level security;
create policy own_or_after_the_vote on identification.panel_opinion for select to masar_app
    using (member = access.viewer_account()
        or (access.sees(case_id, 'summary') and exists (select 1 from identification.panel p
            where p.id = panel and p.state in ('voted', 'decided'))));
create policy given_for_oneself on identification.panel_opinion for insert to masar_app
    with check (member = access.viewer_account() and access.sees(case_id, 'summary')
        and exists (select 1 from identification.panel p
            where p.id = panel and p.state = 'open' and member = any (p.members)));

create function identification.opinions_given(which uuid) returns integer
    language sql stable security definer set search_path = pg_catalog
    return (select count(distinct o.member)::integer from identification.panel_opinion o
        join identification.panel p on p.id = o.panel
        where o.panel = which
            and (access.viewer_account() = any (p.members) or access.sees(p.case_id, 'summary')));
comment on function identification.opinions_given(uuid) is
    'How many members of a panel gave an opinion; not which.';

create table identification.decision_text (
    id uuid primary key,
    decision uuid not null references identification.decision (id),
    case_id uuid not null,
    language text not null,
    number integer not null,
    sealed_text bytea not null,
    final boolean not null,
    account uuid not null,
    at timestamptz not null,
    unique (decision, language, number)
);
create unique index final_once on identification.decision_text (decision, language) where final;
grant select, insert on identification.decision_text to masar_app;
comment on table identification.decision_text is 'the text of a decision in each language, each version; only ever added';
comment on column identification.decision_text.id is '[technical] random';
comment on column identification.decision_text.decision is '[technical] which decision';
comment on column identification.decision_text.case_id is '[technical] which case';
comment on column identification.decision_text.language is '[code] ISO 639-1';
comment on column identification.decision_text.number is '[technical] the last of a language counts';
comment on column identification.decision_text.sealed_text is '[special] sealed: the whole text';
comment on column identification.decision_text.final is '[code] whether this person said that it is final';
comment on column identification.decision_text.account is '[technical] who wrote it, or said that it is final';
comment on column identification.decision_text.at is '[technical] when';
alter table identification.decision_text enable row level security, force row level security;
create policy seen on identification.decision_text for select to masar_app using (access.sees(case_id, 'summary'));
create policy written_by_who_acts on identification.decision_text for insert to masar_app
    with check (account = access.viewer_account() and access.sees(case_id, 'summary'));

create or replace function identification.erase(which uuid) returns integer
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select 1 from sealing.erasure e where e.subject = which and e.subject_kind = 'case') then
        raise exception 'the ledger of erasures does not name it';
    end if;
    delete from identification.decision_text where case_id = which;
    delete from identification.panel_opinion where case_id = which;
    delete from identification.panel_declaration where case_id = which;
    delete from identification.panel where case_id = which;
    delete from identification.review where case_id = which;
    delete from identification.reflection_change where case_id = which;
    delete from identification.reflection_period where case_id = which;
    delete from identification.decision where case_id = which;
    return 1;
end $$;
