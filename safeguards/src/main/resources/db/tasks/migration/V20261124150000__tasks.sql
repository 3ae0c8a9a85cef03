-- Work to be done later. The row is the truth; a message in the queue only says "look at this row" and holds its id.
-- In clear stands what the workers need to find it: whose it is (a pseudonym), its kind, its state, its times. What
-- there is to do, how far it came, what it left behind and why it was refused is sealed under the subject's key.

create table task (
    id          uuid primary key,
    subject_ref bytea not null check (length(subject_ref) = 32),
    kind        text not null check (kind ~ '^[a-z][a-z0-9.-]{0,63}$'),
    state       text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    -- Runs begun. Each run's number is also its right to write: a later run takes it away.
    attempt     integer not null check (attempt >= 0),
    -- Progress stored; progress and checkpoint are sealed at it.
    revision    bigint not null check (revision >= 0),
    lease_until timestamptz,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    -- When it was last handed to the queue.
    queued_at   timestamptz not null,
    subject     bytea not null check (length(subject) <= 4096),
    input       bytea not null check (length(input) <= 16777216),
    progress    bytea check (length(progress) <= 4096),
    checkpoint  bytea check (length(checkpoint) <= 1048576),
    result      bytea check (length(result) <= 16777216),
    -- Why it was refused; null in a failed task that was given up, which runs again when its message comes back.
    problem     bytea check (length(problem) <= 4096),
    check ((state = 'RUNNING') = (lease_until is not null)),
    check (problem is null or state = 'FAILED'),
    check (result is null or state in ('DONE', 'FAILED'))
);

create index task_by_subject on task (subject_ref, kind, created_at);
create index task_unfinished on task (queued_at) where state in ('WAITING', 'RUNNING');
create index task_given_up on task (kind) where state = 'FAILED' and problem is null;
create index task_finished on task (updated_at) where state in ('DONE', 'FAILED', 'CANCELLED');

create table task_outbox (
    task_id    uuid primary key references task on delete cascade,
    not_before timestamptz not null
);

create index task_outbox_by_time on task_outbox (not_before);
