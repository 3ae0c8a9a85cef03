-- From which outbox how many leaves came: they add up to the log. What no outbox brought stands under the nil UUID.
create table log_source (
    service text not null,
    outbox  uuid not null,
    leaves  bigint not null check (leaves >= 0),
    primary key (service, outbox)
);

insert into log_source (service, outbox, leaves)
select 'audit-service', '00000000-0000-0000-0000-000000000000', size from log_head where size > 0;

-- What each outbox said of itself last, and how many of its leaves the log had then: the last statement, which is not
-- confirmed yet, and the one before.
create table outbox_statement (
    service     text not null,
    outbox      uuid not null,
    id          uuid not null,
    recorded    bigint not null,
    delivered   bigint not null,
    waiting     bigint not null,
    logged      bigint not null,
    confirmed   boolean not null default false,
    received_at timestamptz not null default now(),
    primary key (service, outbox, id)
);

-- Findings about an outbox name its service.
alter table log_finding
    add column source text not null default '',
    drop constraint log_finding_pkey,
    add primary key (kind, source, position);
