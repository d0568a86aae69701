alter table worklist.task
    add column rings_at timestamptz,
    add column rung smallint not null default 0,
    add column tellings smallint not null default 0;
comment on column worklist.task.rings_at is '[technical] when somebody is told next that it waits; null when nobody is left to be told';
comment on column worklist.task.rung is '[code] who is told next: 0 a reminder, 1 whoever must act, higher ones above them';
comment on column worklist.task.tellings is '[technical] how often somebody was told so far';
update worklist.task set rings_at = due_at where done_at is null;
create index task_rings on worklist.task (rings_at) where done_at is null and rings_at is not null;

create table worklist.notice (
    id uuid primary key,
    task uuid not null references worklist.task (id) on delete cascade,
    telling smallint not null,
    subject_kind text not null,
    subject uuid not null,
    code text not null,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    organisation uuid not null,
    due_at timestamptz not null,
    level text not null check (level in ('reminder', 'officer', 'supervisor', 'focal-point', 'coordinator')),
    told_account uuid,
    told_organisation uuid,
    told_role text,
    told_at timestamptz not null,
    over_at timestamptz,
    check ((told_account is null) = (told_role is not null) and (told_role is null) = (told_organisation is null))
);
create unique index told_once on worklist.notice (task, telling, coalesce(told_account, told_organisation));
create index notice_to_account on worklist.notice (told_account, told_at desc) where over_at is null;
create index notice_to_office on worklist.notice (told_organisation, told_role, told_at desc) where over_at is null;
grant select, insert on worklist.notice to masar_app;
grant update (over_at) on worklist.notice to masar_app;
comment on table worklist.notice is 'who was told that a step waits, and when; added once, and over when the step is done';
comment on column worklist.notice.id is '[technical] random';
comment on column worklist.notice.task is '[technical] the open step';
comment on column worklist.notice.telling is '[technical] the how manieth about this step, counted from 1';
comment on column worklist.notice.subject_kind is '[code] what the subject is';
comment on column worklist.notice.subject is '[technical] report or case the step belongs to';
comment on column worklist.notice.code is '[technical] code shown instead of a name';
comment on column worklist.notice.name_ar is '[code] what waits, in Arabic, from the edition';
comment on column worklist.notice.name_fr is '[code] what waits, in French, from the edition';
comment on column worklist.notice.name_en is '[code] what waits, in English, from the edition';
comment on column worklist.notice.organisation is '[technical] who must do it';
comment on column worklist.notice.due_at is '[technical] when it must be done';
comment on column worklist.notice.level is '[code] as whom they were told: of a step that is due soon, or late';
comment on column worklist.notice.told_account is '[technical] the person told; null when an office was';
comment on column worklist.notice.told_organisation is '[technical] the organisation of the office told';
comment on column worklist.notice.told_role is '[code] the role of the office told';
comment on column worklist.notice.told_at is '[technical] when';
comment on column worklist.notice.over_at is '[technical] when the step was done';

create table worklist.acknowledgement (
    id uuid primary key,
    task uuid not null references worklist.task (id) on delete cascade,
    telling smallint not null,
    subject uuid not null,
    account uuid not null,
    organisation uuid not null,
    at timestamptz not null,
    acts_until timestamptz not null,
    unique (task, telling)
);
grant select, insert on worklist.acknowledgement to masar_app;
comment on table worklist.acknowledgement is 'who said that they have seen that a step waits, and by when they act; only ever added';
comment on column worklist.acknowledgement.id is '[technical] random';
comment on column worklist.acknowledgement.task is '[technical] the open step';
comment on column worklist.acknowledgement.telling is '[technical] after how many notices; once after each';
comment on column worklist.acknowledgement.subject is '[technical] report or case the step belongs to';
comment on column worklist.acknowledgement.account is '[technical] who said it';
comment on column worklist.acknowledgement.organisation is '[technical] for which organisation';
comment on column worklist.acknowledgement.at is '[technical] when';
comment on column worklist.acknowledgement.acts_until is '[technical] until then nobody else is told';

create table worklist.focal_point (
    id uuid primary key,
    organisation uuid not null,
    account uuid not null,
    named_by uuid not null,
    named_at timestamptz not null,
    ended_at timestamptz
);
create unique index one_focal_point on worklist.focal_point (organisation, account) where ended_at is null;
grant select, insert on worklist.focal_point to masar_app;
grant update (ended_at) on worklist.focal_point to masar_app;
comment on table worklist.focal_point is 'who of an organisation''s staff speaks for it among the institutions, and is told when a step waits there for long';
comment on column worklist.focal_point.id is '[technical] random';
comment on column worklist.focal_point.organisation is '[technical] whose focal point';
comment on column worklist.focal_point.account is '[technical] who';
comment on column worklist.focal_point.named_by is '[technical] who named them';
comment on column worklist.focal_point.named_at is '[technical] when';
comment on column worklist.focal_point.ended_at is '[technical] when it ended';

alter table worklist.notice enable row level security, force row level security;
create policy told_or_seen on worklist.notice for select to masar_app
    using (access.viewer() = 'system:way'
        or ((told_account = access.viewer_account()
                or (told_organisation = access.viewer_organisation() and access.viewer_office(told_role)))
            and not access.is_closed(subject))
        or access.sees(subject, 'existence'));
create policy written_by_the_way on worklist.notice for all to masar_app using (access.viewer() = 'system:way');

create function worklist.is_told(which uuid, about uuid) returns boolean
    language plpgsql stable parallel restricted security definer cost 2000
    set search_path = pg_catalog
as $$
begin
    return not access.is_closed(about) and exists (select 1 from worklist.notice n where n.task = which
        and (n.told_account = access.viewer_account()
            or (n.told_organisation = access.viewer_organisation() and access.viewer_office(n.told_role))));
end $$;
comment on function worklist.is_told(uuid, uuid) is
    'Whether the viewer of this transaction was told that this step of this subject waits, and nothing closes it to them.';

alter table worklist.acknowledgement enable row level security, force row level security;
create policy own_or_told_or_seen on worklist.acknowledgement for select to masar_app
    using (access.viewer() = 'system:way' or account = access.viewer_account()
        or worklist.is_told(task, subject) or access.sees(subject, 'existence'));
create policy written_by_the_way on worklist.acknowledgement for all to masar_app
    using (access.viewer() = 'system:way');

alter table worklist.focal_point enable row level security, force row level security;
create policy known_to_staff on worklist.focal_point for select to masar_app using (access.viewer() is not null);
create policy named_by_supervisors on worklist.focal_point for insert to masar_app
    with check (organisation = access.viewer_organisation() and access.viewer_office('supervisor')
        and named_by = access.viewer_account());
create policy ended_by_supervisors on worklist.focal_point for update to masar_app
    using (access.viewer() = 'system:way' or organisation = access.viewer_organisation() and access.viewer_office('supervisor'));
