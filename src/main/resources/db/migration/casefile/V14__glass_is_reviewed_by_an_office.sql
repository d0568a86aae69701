alter table casefile.glass add column reviewer text not null default '';
comment on column casefile.glass.reviewer is '[code] reader key of the office that reviews it: supervisors of the owner, or coordinators where nobody else supervises';
update casefile.glass g set reviewer = 'office:' || c.owner || ':supervisor'
    from casefile.case_record c where c.id = g.case_id;
alter table casefile.glass alter column reviewer drop default;
drop policy reviewed on casefile.glass;
create policy reviewed on casefile.glass for update to masar_app
    using (account <> access.viewer_account() and reviewer = any (access.viewer_keys())
        and access.sees(case_id, 'existence'));
create index on casefile.case_record (manager);
