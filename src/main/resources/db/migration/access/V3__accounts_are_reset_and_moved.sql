alter table access.account drop constraint account_state_check;
alter table access.account add constraint account_state_check
    check (state in ('invited', 'active', 'reset', 'suspended'));
comment on column access.account.state is '[code] invited, active, reset (awaits a new link) or suspended';
