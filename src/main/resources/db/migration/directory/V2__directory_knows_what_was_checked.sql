alter table directory.organisation add column verified_for text[] not null default '{}';
comment on column directory.organisation.verified_for is '[code] those of competent_for that a source was read for; the rest is shown as to be verified';
