create schema shell;
grant usage on schema shell to masar_app;

create table shell.form_token (
    token uuid primary key,
    used_at timestamptz not null,
    answered_with text
);
create index on shell.form_token (used_at);
grant select, insert, update, delete on shell.form_token to masar_app;

comment on table shell.form_token is 'each form may be posted once: the token is written in the transaction of the act';
comment on column shell.form_token.token is '[technical] random, made with the form';
comment on column shell.form_token.used_at is '[technical] when it was posted';
comment on column shell.form_token.answered_with is '[technical] address the act led to';
