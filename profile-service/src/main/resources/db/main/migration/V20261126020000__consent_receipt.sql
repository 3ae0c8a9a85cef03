-- A receipt of each decision, in the transaction of the decision. While it is not signed its statement is kept and next_at says
-- when to try; then the signed form takes the statement's place. One without either time was given up.
create table consent_receipt (
    id          uuid primary key,
    subject_ref bytea not null references revision,
    revision    bigint not null,
    statement   bytea,
    signed      bytea,
    attempts    integer not null check (attempts >= 0),
    next_at     timestamptz,
    unique (subject_ref, revision),
    check ((statement is null) <> (signed is null)),
    check (signed is null or next_at is null)
);

create index on consent_receipt (next_at) where next_at is not null;
