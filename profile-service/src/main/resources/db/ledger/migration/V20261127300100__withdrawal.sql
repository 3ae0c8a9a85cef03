-- What people withdrew or restricted last, in the keyring's database: a restore of the data does not touch it, and it goes with her
-- key. One row for each thing that can be withdrawn.

create table withdrawal (
    subject_ref bytea not null references subject_key on delete cascade,
    topic       bytea not null check (length(topic) = 16),
    at          timestamptz not null,
    sealed      bytea not null,
    primary key (subject_ref, topic)
);

create index withdrawal_by_time on withdrawal (at);
