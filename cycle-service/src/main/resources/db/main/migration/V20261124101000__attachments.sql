-- Attachments of days: what is sealed here tells date, type and size; the content is a stored file. The locator stands
-- for the month, so that a range of dates can be found.

create table attachment (
    id          text primary key references stored_file,
    subject_ref bytea not null references revision,
    locator     bytea not null check (length(locator) = 16),
    revision    bigint not null,
    sealed      bytea not null
);

create index attachment_by_month on attachment (subject_ref, locator);
