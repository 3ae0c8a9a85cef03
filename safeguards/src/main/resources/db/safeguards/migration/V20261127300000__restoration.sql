-- Restores of this database, or of the keyring beside it, from a backup. Whoever restores adds a row; while there is one that was
-- not replayed the service is not ready: erasures and withdrawals since the backup come first.

create table restoration (
    id          uuid primary key,
    kind        text not null check (kind in ('DATA', 'KEYRING')),
    taken_at    timestamptz not null,
    restored_at timestamptz not null,
    replayed_at timestamptz
);

create index restoration_open on restoration (restored_at) where replayed_at is null;
