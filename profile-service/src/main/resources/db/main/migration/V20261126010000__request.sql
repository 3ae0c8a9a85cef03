-- What a data subject asks for, in her own words and with all that happened to it.
create table data_request (
    id          uuid primary key,
    subject_ref bytea not null check (length(subject_ref) = 32),
    locator     bytea not null check (length(locator) = 16),
    received_at timestamptz not null,
    version     bigint not null check (version > 0),
    sealed      bytea not null,
    unique (subject_ref, locator)
);

create index data_request_newest on data_request (subject_ref, received_at desc, id desc);

-- Open requests as the staff sees them. Whose they are is sealed under a key of the service, since their dates have to be watched
-- without the keys of persons. A row goes when the request is closed.
create table data_request_queue (
    id     uuid primary key references data_request on delete cascade,
    state  text not null,
    due_at timestamptz not null,
    stage  text not null,
    sealed bytea not null
);

create index data_request_queue_due on data_request_queue (due_at, id);
