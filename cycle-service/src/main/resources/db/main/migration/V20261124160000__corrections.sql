-- What a user corrects about her cycles: one sealed list each.

create table correction_list (
    id          uuid primary key,
    subject_ref bytea not null unique check (length(subject_ref) = 32),
    version     bigint not null check (version > 0),
    sealed      bytea not null
);
