-- Health logs are sealed per user and month, padded: the database shows neither which days were logged nor how many.

create table timeline (
    subject_ref bytea primary key check (length(subject_ref) = 32),
    revision    bigint not null check (revision > 0)
);

create table day_month (
    id          uuid primary key,
    subject_ref bytea not null references timeline,
    locator     bytea not null check (length(locator) = 16),
    revision    bigint not null,
    sealed      bytea not null,
    unique (subject_ref, locator)
);
