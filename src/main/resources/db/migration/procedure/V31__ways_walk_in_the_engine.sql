alter table procedure.way add column instance text;
comment on column procedure.way.instance is
    '[technical] random id under which the engine keeps the open steps; null before the first step and after the end';

alter table procedure.passage add column in_turn boolean not null default true;
comment on column procedure.passage.in_turn is '[code] whether the step was open when it was done';
