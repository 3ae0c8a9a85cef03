-- The life of objects in the object store: a row is there before its object and goes after it, so that no crash leaves an
-- object that nobody knows of. For the services that store files; others leave db/files/migration out.

create table stored_file (
    id          text primary key check (length(id) = 22),
    subject_ref bytea not null check (length(subject_ref) = 32),
    purpose     text not null,
    state       text not null check (state in ('uploading', 'stored', 'deleted')),
    created_at  timestamptz not null,
    expires_at  timestamptz,
    sealed      bytea,
    check (state <> 'stored' or sealed is not null)
);

create index stored_file_by_subject on stored_file (subject_ref);
create index stored_file_to_clean_up on stored_file (state, created_at) where state <> 'stored';
create index stored_file_by_expiry on stored_file (expires_at) where expires_at is not null;
