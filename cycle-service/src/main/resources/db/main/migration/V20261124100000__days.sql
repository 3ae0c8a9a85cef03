-- Health logs are sealed per user and month, padded: the database shows neither which days were logged nor how many.

create table day_month (
    id          uuid primary key,
    subject_ref bytea not null references revision,
    locator     bytea not null check (length(locator) = 16),
    revision    bigint not null,
    sealed      bytea not null,
    unique (subject_ref, locator)
);
