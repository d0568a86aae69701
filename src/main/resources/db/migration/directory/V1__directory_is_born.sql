create schema directory;
grant usage on schema directory to masar_app;

create table directory.organisation (
    id uuid primary key,
    key text not null unique,
    kind text not null,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    mandate_ar text not null,
    mandate_fr text not null,
    mandate_en text not null,
    competent_for text[] not null default '{}',
    verified boolean not null,
    source text,
    edited_by_people boolean not null default false
);
grant select, insert, update on directory.organisation to masar_app;
comment on table directory.organisation is 'an institution or association with its public mandate; seeded by the country pack, later edits by people win';
comment on column directory.organisation.id is '[technical] made from country and key, so that every copy agrees';
comment on column directory.organisation.key is '[code] name in the country pack';
comment on column directory.organisation.kind is '[code] what it is to a person in a case';
comment on column directory.organisation.name_ar is '[code] public name in Arabic';
comment on column directory.organisation.name_fr is '[code] public name in French';
comment on column directory.organisation.name_en is '[code] public name in English';
comment on column directory.organisation.mandate_ar is '[code] public mandate in Arabic';
comment on column directory.organisation.mandate_fr is '[code] public mandate in French';
comment on column directory.organisation.mandate_en is '[code] public mandate in English';
comment on column directory.organisation.competent_for is '[code] acts of the procedures it may do, such as identification';
comment on column directory.organisation.verified is '[code] whether the facts were checked with the institution';
comment on column directory.organisation.source is '[code] where the facts come from';
comment on column directory.organisation.edited_by_people is '[code] true once somebody edited it: the pack no longer changes it';

create table directory.phone (
    organisation uuid not null references directory.organisation (id),
    number text not null,
    purpose_ar text not null,
    purpose_fr text not null,
    purpose_en text not null,
    verified boolean not null,
    source text,
    primary key (organisation, number)
);
grant select, insert, update, delete on directory.phone to masar_app;
comment on table directory.phone is 'public telephone numbers, each with its source';
comment on column directory.phone.organisation is '[technical] whose number';
comment on column directory.phone.number is '[code] public number';
comment on column directory.phone.purpose_ar is '[code] what it is for, in Arabic';
comment on column directory.phone.purpose_fr is '[code] what it is for, in French';
comment on column directory.phone.purpose_en is '[code] what it is for, in English';
comment on column directory.phone.verified is '[code] whether it was checked';
comment on column directory.phone.source is '[code] where it comes from';

create table directory.service (
    id uuid primary key,
    organisation uuid not null references directory.organisation (id),
    key text not null unique,
    category text not null,
    name_ar text not null,
    name_fr text not null,
    name_en text not null,
    verified boolean not null,
    source text,
    edited_by_people boolean not null default false
);
create index on directory.service (organisation);
grant select, insert, update on directory.service to masar_app;
comment on table directory.service is 'help an organisation offers; never an address';
comment on column directory.service.id is '[technical] made from country and key';
comment on column directory.service.organisation is '[technical] who offers it';
comment on column directory.service.key is '[code] name in the country pack';
comment on column directory.service.category is '[code] kind of help, from the word list service-category';
comment on column directory.service.name_ar is '[code] public name in Arabic';
comment on column directory.service.name_fr is '[code] public name in French';
comment on column directory.service.name_en is '[code] public name in English';
comment on column directory.service.verified is '[code] whether it was checked with the organisation';
comment on column directory.service.source is '[code] where it comes from';
comment on column directory.service.edited_by_people is '[code] true once somebody edited it: the pack no longer changes it';
