-- In which month somebody was seen last. Whom it is about is sealed under a key of the service, since nobody is there to ask when she
-- has left. noticed_at says since when she counts as inactive; being seen again forgets it.
create table account_activity (
    id          uuid primary key,
    subject_ref bytea not null unique check (length(subject_ref) = 32),
    seen_in     date not null check (extract(day from seen_in) = 1),
    noticed_at  timestamptz,
    sealed      bytea not null
);

create index account_activity_seen_in on account_activity (seen_in);
