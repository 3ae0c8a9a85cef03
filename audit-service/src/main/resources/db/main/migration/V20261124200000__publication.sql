-- What was published of the log. Rows are added and never changed.

-- Hashes of complete subtrees of 256^level leaves; those of level 0 stand in log_leaf. Tiles are ranges of these.
create table log_node (
    level smallint not null check (level between 1 and 7),
    index bigint not null check (index >= 0),
    hash  bytea not null check (length(hash) = 32),
    primary key (level, index)
);

-- Signed checkpoints as they were served. One size has one checkpoint: a second one would be a fork.
create table log_checkpoint (
    size         bigint primary key check (size > 0),
    root         bytea not null check (length(root) = 32),
    note         text not null,
    published_at timestamptz not null default now()
);

-- One row. Its lock is what keeps two replicas from publishing at once; the sequencer never waits for it.
create table log_publication (
    id   smallint primary key check (id = 1),
    size bigint not null check (size >= 0)
);

insert into log_publication (id, size) values (1, 0);
