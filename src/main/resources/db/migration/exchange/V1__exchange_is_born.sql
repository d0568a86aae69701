create schema exchange;
grant usage on schema exchange to masar_app;

create table exchange.import_batch (
    id uuid primary key,
    file_sha256 text not null,
    owner uuid not null,
    at timestamptz not null,
    by uuid not null,
    rows integer not null,
    undone_at timestamptz
);
create index on exchange.import_batch (file_sha256);
grant select, insert, update on exchange.import_batch to masar_app;
comment on table exchange.import_batch is 'one file of cases that was brought in';
comment on column exchange.import_batch.id is '[technical] random; named to undo the import';
comment on column exchange.import_batch.file_sha256 is '[technical] hash of the file, so that the same one is noticed; its name is not kept';
comment on column exchange.import_batch.owner is '[technical] organisation that owns the cases';
comment on column exchange.import_batch.at is '[technical] when';
comment on column exchange.import_batch.by is '[technical] account that imported, a system account for the command line';
comment on column exchange.import_batch.rows is '[technical] how many cases came in';
comment on column exchange.import_batch.undone_at is '[technical] when the import was undone; null while it stands';

create table exchange.imported_record (
    case_id uuid primary key,
    batch uuid not null references exchange.import_batch (id),
    row_number integer not null,
    sealed bytea,
    unique (batch, row_number)
);
grant select, insert, update on exchange.imported_record to masar_app;
comment on table exchange.imported_record is 'what a case was imported with, so that fields without a place of their own survive';
comment on column exchange.imported_record.case_id is '[technical] the case made of it';
comment on column exchange.imported_record.batch is '[technical] the import it came with';
comment on column exchange.imported_record.row_number is '[technical] row of the file, counted from 1';
comment on column exchange.imported_record.sealed is '[special] sealed: values by field code of HTCDS 2.0; null once the import is undone';
