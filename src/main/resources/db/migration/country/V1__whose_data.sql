create schema country;

create table country.served (
    code text primary key check (code ~ '^[a-z]{2}$')
);
comment on table country.served is 'the country whose procedures this data followed from its first start; one row';
comment on column country.served.code is '[code] two small letters';
