-- Wrapped keys and nothing else. See docs/adr: the keyring is a database of its own, so that erasing a key row and
-- turning the epoch makes every older backup of it useless.

create table epoch (
    epoch      integer primary key check (epoch > 0),
    kms_key_id text not null,
    opened_at  timestamptz not null default now(),
    closed_at  timestamptz
);

create unique index epoch_only_one_open on epoch ((true)) where closed_at is null;

create table shard_key (
    epoch   integer not null references epoch,
    shard   integer not null check (shard between 0 and 255),
    wrapped bytea not null,
    primary key (epoch, shard)
);

create table subject_key (
    subject_ref bytea primary key check (length(subject_ref) = 32),
    version     integer not null check (version > 0),
    epoch       integer not null,
    shard       integer not null,
    wrapped     bytea not null,
    foreign key (epoch, shard) references shard_key
);

create index subject_key_by_epoch on subject_key (epoch);

create table service_key (
    purpose text primary key,
    epoch   integer not null references epoch,
    wrapped bytea not null
);
