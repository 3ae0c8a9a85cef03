-- Keys of past epochs that are to go from KMS. What is to go, who approved or refused it and whether it was used, is sealed
-- under a key of the service: nobody approves by writing here.

create table key_deletion (
    id      uuid primary key,
    service text not null check (service in ('profile-service', 'cycle-service', 'billing-service', 'audit-service')),
    epoch   integer not null check (epoch > 0),
    -- The request after one that was refused, expired or used is the next round.
    round   integer not null check (round > 0),
    version bigint not null check (version > 0),
    sealed  bytea not null check (length(sealed) <= 4096),
    unique (service, epoch, round)
);

-- Every step taken or refused, with its place in the log. Nothing changes or deletes one.
create table key_deletion_step (
    log_index       bigint primary key references log_leaf,
    key_deletion_id uuid not null references key_deletion,
    -- The register's pseudonym of who took it; none for the job.
    person_ref      bytea check (length(person_ref) = 32),
    step            text not null check (step in ('request', 'approve', 'refuse', 'use')),
    refused_by      text,
    happened_at     timestamptz not null,
    check (person_ref is null or step in ('approve', 'refuse'))
);

create index key_deletion_step_by_deletion on key_deletion_step (key_deletion_id, log_index);
create unique index key_deletion_used_once on key_deletion_step (key_deletion_id) where step = 'use' and refused_by is null;
create index key_deletion_requested on key_deletion_step (log_index desc) where step = 'request' and refused_by is null;
