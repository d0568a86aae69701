create table access.recovery_code (
    account uuid not null references access.account (id),
    code_hash bytea not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (account, code_hash)
);
grant select, insert, update, delete on access.recovery_code to masar_app;
comment on table access.recovery_code is 'one-time codes on paper, for whoever lost the phone with the code app';
comment on column access.recovery_code.account is '[technical] whose';
comment on column access.recovery_code.code_hash is '[technical] SHA-256 of account and code; a code has 80 random bits';
comment on column access.recovery_code.made_at is '[technical] when the sheet was made';
comment on column access.recovery_code.used_at is '[technical] when it was used; null while it works';
