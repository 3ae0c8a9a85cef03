-- Whose rows were deleted here, by which erasure. The keyring knows as well who was erased, so that each of the two can be restored
-- from a backup beside the other. Kept for as long as backups live.

create table erasure (
    id          uuid primary key,
    subject_ref bytea not null check (length(subject_ref) = 32),
    -- Names of what she has to know of it, separated by commas.
    remarks     text not null,
    begun_at    timestamptz not null default now(),
    erased_at   timestamptz
);

create index erasure_by_time on erasure (begun_at);
