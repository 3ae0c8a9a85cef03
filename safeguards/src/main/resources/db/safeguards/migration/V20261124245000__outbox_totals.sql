-- How many events this outbox ever took in and gave out. audit-service, which counts what comes from it, is told of it
-- and finds what was removed on the way.

-- One row. The id tells this outbox from any other of the same service, such as one in a database that was made anew.
create table outbox_head (
    id        smallint primary key check (id = 1),
    outbox    uuid not null default gen_random_uuid(),
    -- The last statement about it that audit-service took in.
    statement uuid
);

insert into outbox_head (id) values (1);

-- Each connection counts in a row of its own, so that they do not wait for one another.
create table outbox_total (
    shard     smallint primary key check (shard between 0 and 63),
    recorded  bigint not null default 0 check (recorded >= 0),
    delivered bigint not null default 0 check (delivered >= 0)
) with (fillfactor = 25);

insert into outbox_total (shard) select * from generate_series(0, 63);
update outbox_total set recorded = (select count(*) from outbox) where shard = 0;

create function count_recorded() returns trigger language plpgsql as $$
begin
    update outbox_total set recorded = recorded + 1 where shard = pg_backend_pid() % 64;
    return null;
end
$$;

-- Deferred, so that the count is the last thing that a transaction does: its lock is held for the commit alone.
create constraint trigger count_recorded after insert on outbox
    deferrable initially deferred for each row execute function count_recorded();
