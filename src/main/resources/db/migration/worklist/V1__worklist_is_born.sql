create schema worklist;
grant usage on schema worklist to masar_app;

create table worklist.task (
    id uuid primary key,
    subject_kind text not null,
    subject uuid not null,
    item uuid,
    code text not null,
    step text not null,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    address text not null,
    organisation uuid not null,
    role text not null,
    account uuid,
    asked_by uuid not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    done_at timestamptz,
    done_by uuid
);
create unique index one_open_task on worklist.task (subject, step, coalesce(item, subject)) where done_at is null;
create index task_of_office on worklist.task (organisation, role, due_at) where done_at is null;
create index task_of_account on worklist.task (account, due_at) where done_at is null;
create index task_asked on worklist.task (asked_by, due_at) where done_at is null;
create index task_done on worklist.task (done_by, done_at);
grant select, insert, update on worklist.task to masar_app;
comment on table worklist.task is 'what somebody must do and by when; opens and closes with the steps of the procedures';
comment on column worklist.task.id is '[technical] random';
comment on column worklist.task.subject_kind is '[code] what the subject is';
comment on column worklist.task.subject is '[technical] report or case the task belongs to';
comment on column worklist.task.item is '[technical] the referral or other item inside the case, if the task is about one';
comment on column worklist.task.code is '[technical] code shown in lists instead of a name';
comment on column worklist.task.step is '[code] step of the procedures';
comment on column worklist.task.name_ar is '[code] what to do, in Arabic, from the edition';
comment on column worklist.task.name_fr is '[code] what to do, in French, from the edition';
comment on column worklist.task.name_en is '[code] what to do, in English, from the edition';
comment on column worklist.task.address is '[technical] page on which it is done';
comment on column worklist.task.organisation is '[technical] who must do it';
comment on column worklist.task.role is '[code] role that must do it';
comment on column worklist.task.account is '[technical] the person who took it; null while it is the office''s';
comment on column worklist.task.asked_by is '[technical] account whose act opened it';
comment on column worklist.task.opened_at is '[technical] when it opened';
comment on column worklist.task.due_at is '[technical] when it must be done';
comment on column worklist.task.done_at is '[technical] when it was done';
comment on column worklist.task.done_by is '[technical] who did it';
