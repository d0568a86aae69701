create schema jobs;
grant usage on schema jobs to masar_app;

create table jobs.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index on jobs.scheduled_task (execution_time);
create index on jobs.scheduled_task (last_heartbeat);
create index on jobs.scheduled_task (priority desc, execution_time);
grant select, insert, update, delete on jobs.scheduled_task to masar_app;
comment on table jobs.scheduled_task is 'when each job runs next, so that several copies of Masar run it once (db-scheduler)';
comment on column jobs.scheduled_task.task_name is '[code] name of the job';
comment on column jobs.scheduled_task.task_instance is '[technical] always "recurring"';
comment on column jobs.scheduled_task.task_data is '[technical] empty';
comment on column jobs.scheduled_task.execution_time is '[technical] when it runs next';
comment on column jobs.scheduled_task.picked is '[technical] whether a copy of Masar is running it';
comment on column jobs.scheduled_task.picked_by is '[technical] which copy';
comment on column jobs.scheduled_task.last_success is '[technical] when it last succeeded';
comment on column jobs.scheduled_task.last_failure is '[technical] when it last failed';
comment on column jobs.scheduled_task.consecutive_failures is '[technical] how often it failed in a row';
comment on column jobs.scheduled_task.last_heartbeat is '[technical] last sign of life of the copy that runs it';
comment on column jobs.scheduled_task.version is '[technical] guards against two copies taking it at once';
comment on column jobs.scheduled_task.priority is '[technical] unused';
