-- The transparency log: leaves numbered without gaps from 0, and commitments only, nothing about a person. It is never
-- changed and never shrinks.

-- One row. Its lock is what puts two batches one after the other.
create table log_head (
    id   smallint primary key check (id = 1),
    size bigint not null check (size >= 0)
);

insert into log_head (id, size) values (1, 0);

create table log_leaf (
    index         bigint primary key check (index >= 0),
    event_id      uuid not null unique,
    leaf          bytea not null,
    leaf_hash     bytea not null check (leaf_hash = sha256('\x00'::bytea || leaf)),
    integrated_at timestamptz not null default now()
);

-- What a leaf commits to, sealed under the subject's key. Deleting a row here leaves the log and all its proofs valid.

create table access_event (
    index       bigint primary key references log_leaf,
    subject_ref bytea not null check (length(subject_ref) = 32),
    sealed      bytea not null
);

create index access_event_by_subject on access_event (subject_ref, index desc);
