-- One counter per subject: it orders her changes and its row is the lock under which she writes.

create table revision (
    subject_ref bytea primary key check (length(subject_ref) = 32),
    current     bigint not null check (current > 0)
);
