-- The phases in which predictions differ (pregnancy, the pill, ...): one sealed document per user, with its version.

create table cycle_mode (
    id          uuid primary key,
    subject_ref bytea not null unique check (length(subject_ref) = 32),
    version     bigint not null check (version > 0),
    sealed      bytea not null
);
