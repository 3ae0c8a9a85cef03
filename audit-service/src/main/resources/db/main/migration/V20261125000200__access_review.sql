-- Reviews of who of the workforce has access. In clear stand pseudonyms, times, decisions and reason codes; who somebody is
-- and what she may do is sealed under a key of the service.
create table access_review (
    id        uuid primary key,
    opened_at timestamptz not null,
    opened_by bytea not null check (length(opened_by) = 32),
    closed_at timestamptz,
    closed_by bytea check (length(closed_by) = 32),
    check ((closed_at is null) = (closed_by is null))
);

create index access_review_newest on access_review (opened_at desc, id desc);
-- One at a time.
create unique index access_review_open on access_review ((true)) where closed_at is null;

-- The register as it was when the review was opened: one row for each member.
create table access_review_item (
    id         uuid primary key,
    review_id  uuid not null references access_review,
    -- The register's pseudonym of the member, who does not decide about herself.
    member     bytea not null check (length(member) = 32),
    sealed     bytea not null check (length(sealed) <= 4096),
    decision   text check (decision in ('KEEP', 'REVOKE')),
    reason     text check (reason in ('STILL_NEEDED', 'ROLE_CHANGED', 'NOT_NEEDED', 'LEFT', 'NOT_IN_GOOD_STANDING')),
    decided_at timestamptz,
    decided_by bytea check (length(decided_by) = 32),
    unique (review_id, member),
    check ((decision is null) = (reason is null)),
    check ((decision is null) = (decided_at is null)),
    check ((decision is null) = (decided_by is null)),
    check (decided_by is null or decided_by <> member)
);
