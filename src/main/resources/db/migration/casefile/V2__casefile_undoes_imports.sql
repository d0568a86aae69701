alter table casefile.case_record drop constraint case_record_state_check;
alter table casefile.case_record
    add constraint case_record_state_check
    check (state in ('imported', 'open', 'closure-requested', 'closed', 'undone'));
comment on column casefile.case_record.state is '[code] imported, open, closure-requested, closed, or undone: an import taken back, of which only ids remain';
