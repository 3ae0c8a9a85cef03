-- A person's calendar feed, sealed; and a keyed reference to the secret in its address, to find it by. The secret itself is
-- stored nowhere: who reads the database cannot read a feed.

create table calendar_feed (
    id          uuid primary key,
    subject_ref bytea not null unique references revision,
    secret_ref  bytea not null unique check (length(secret_ref) = 32),
    revision    bigint not null,
    sealed      bytea not null
);
