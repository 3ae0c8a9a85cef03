-- Who was erased: no key is made for them any more, whoever still holds a token, and whichever backup of the data comes back.
-- Kept for as long as backups live.

create table erased_subject (
    subject_ref bytea primary key check (length(subject_ref) = 32),
    erased_at   timestamptz not null default now()
);

create index erased_subject_by_time on erased_subject (erased_at);
