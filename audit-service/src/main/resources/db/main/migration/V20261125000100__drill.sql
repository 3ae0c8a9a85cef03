-- The register of backup and restore drills. Rows are added and never changed; nothing in it is about a user.
create table drill (
    id                     uuid primary key,
    kind                   text not null check (kind in ('backup', 'restore')),
    environment            text not null check (environment ~ '^[a-z][a-z0-9-]{0,31}$'),
    started_at             timestamptz not null,
    finished_at            timestamptz not null check (finished_at >= started_at),
    outcome                text not null check (outcome in ('passed', 'failed')),
    recovery_point_seconds bigint check (recovery_point_seconds >= 0),
    recovery_time_seconds  bigint check (recovery_time_seconds >= 0),
    report_sha256          bytea not null check (length(report_sha256) = 32),
    recorded_at            timestamptz not null,
    -- The register's pseudonym of who recorded it.
    recorded_by            bytea not null check (length(recorded_by) = 32)
);

create index drill_newest on drill (recorded_at desc, id desc);
create index drill_by_time on drill (finished_at);

create function drill_is_never_changed() returns trigger language plpgsql as $$
begin
    raise exception 'drills are added and never changed';
end $$;

create trigger drill_append_only before update or delete on drill
    for each row execute function drill_is_never_changed();
