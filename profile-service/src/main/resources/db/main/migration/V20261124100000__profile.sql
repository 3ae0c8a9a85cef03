create table profile (
    id          uuid primary key,
    subject_ref bytea not null unique check (length(subject_ref) = 32),
    version     bigint not null check (version > 0),
    sealed      bytea not null
);

-- Which purposes somebody refused can say as much about her as what she logs, so decisions are sealed as well. Every
-- decision is a row that never changes; the state is the newest decision of each purpose.
create table consent_state (
    id          uuid primary key,
    subject_ref bytea not null unique references revision,
    revision    bigint not null,
    sealed      bytea not null
);

create table consent_decision (
    id          uuid primary key,
    subject_ref bytea not null references revision,
    revision    bigint not null,
    sealed      bytea not null,
    unique (subject_ref, revision)
);
