-- What the verifier remembers of the log: one row, sealed under a key of the service. It is never deleted.
create table log_verification (
    id       smallint primary key check (id = 1),
    revision bigint not null check (revision >= 0),
    sealed   bytea
);

insert into log_verification (id, revision) values (1, 0);

-- What it found wrong: what and where, nothing of the content.
create table log_finding (
    kind     text not null,
    position bigint not null,
    found_at timestamptz not null default now(),
    primary key (kind, position)
);
