create table procedure.edition (
    edition text primary key,
    digest text not null,
    state text not null check (state in ('proposed', 'published', 'withdrawn')),
    proposed_by uuid,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    constraint two_people check (state <> 'published' or proposed_by is null or decided_by <> proposed_by)
);
grant select, insert, update on procedure.edition to masar_app;
comment on table procedure.edition is
    'which editions cases may begin under; the first start takes those of the pack, later ones need two people';
comment on column procedure.edition.edition is '[code] id of the edition';
comment on column procedure.edition.digest is '[technical] of its files, as they were checked';
comment on column procedure.edition.state is '[code] proposed, published or withdrawn';
comment on column procedure.edition.proposed_by is '[technical] account; null for an edition of the first start';
comment on column procedure.edition.proposed_at is '[technical] when';
comment on column procedure.edition.decided_by is '[technical] account that published or withdrew it';
comment on column procedure.edition.decided_at is '[technical] when';
