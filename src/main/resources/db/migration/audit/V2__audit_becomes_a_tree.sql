create index entry_by_account on audit.entry (account, number desc);
create index entry_by_time on audit.entry (at);

create table audit.leaf (
    position bigint primary key check (position >= 0),
    entry bigint not null unique,
    hash bytea not null check (length(hash) = 32)
);
grant select, insert on audit.leaf to masar_app;
comment on table audit.leaf is 'the place of each entry in the Merkle tree (RFC 9162), without gaps; only ever added to';
comment on column audit.leaf.position is '[technical] index of the leaf, from 0';
comment on column audit.leaf.entry is '[technical] number of the entry';
comment on column audit.leaf.hash is '[technical] SHA-256 of a zero byte and the entry in its canonical form';

create table audit.signing_key (
    id text primary key,
    public_key bytea not null,
    since timestamptz not null
);
grant select, insert on audit.signing_key to masar_app;
comment on table audit.signing_key is 'public keys under which heads were signed; the private one lies in a file outside of the data folder';
comment on column audit.signing_key.id is '[technical] first 16 hexadecimal digits of the SHA-256 of the public key';
comment on column audit.signing_key.public_key is '[technical] Ed25519, X.509 encoding';
comment on column audit.signing_key.since is '[technical] when it signed for the first time';

create table audit.head (
    size bigint primary key check (size > 0),
    root bytea not null check (length(root) = 32),
    at timestamptz not null,
    previous bytea not null unique check (length(previous) = 32),
    trace bytea not null,
    frontier bytea not null,
    key text not null references audit.signing_key,
    signature bytea not null
);
create index on audit.head (at);
grant select, insert on audit.head to masar_app;
comment on table audit.head is 'signed heads of the Merkle tree, each naming the one before; only ever added to';
comment on column audit.head.size is '[technical] how many leaves it covers';
comment on column audit.head.root is '[technical] root of the tree of that size';
comment on column audit.head.at is '[technical] when it was signed';
comment on column audit.head.previous is '[technical] hash of the head before; zeros for the first: two heads cannot follow the same one';
comment on column audit.head.trace is '[technical] first eight bytes of the hash of each leaf added since the head before; tells which entry is wrong';
comment on column audit.head.frontier is '[technical] roots of the full subtrees, the largest first, from which the tree goes on';
comment on column audit.head.key is '[technical] key that signed';
comment on column audit.head.signature is '[technical] Ed25519 signature';
