-- What went by which rule of retention, and when. Names nobody.
create table retention_report (
    id        uuid primary key,
    rule      text not null,
    since_at  timestamptz,
    until_at  timestamptz not null,
    before_at timestamptz not null,
    counted   bigint not null check (counted >= 0),
    deleted   bigint not null check (deleted >= 0),
    next_at   timestamptz not null
);

create index retention_report_newest on retention_report (until_at desc);
create index retention_report_last on retention_report (rule, until_at desc);
