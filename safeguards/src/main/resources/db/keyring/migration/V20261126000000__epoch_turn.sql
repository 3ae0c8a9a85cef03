-- Turning an epoch: see docs/adr/0031. A closed epoch takes no new keys; it is emptied when no key is left below it, and only
-- then may its key in KMS go.

alter table epoch
    add column emptied_at  timestamptz,
    add column key_gone_at timestamptz,
    add constraint epoch_emptied_after_closed check (emptied_at is null or closed_at is not null),
    add constraint epoch_key_gone_after_emptied check (key_gone_at is null or emptied_at is not null);

-- A KMS key that served two epochs could not be deleted after the first.
create unique index epoch_kms_key_once on epoch (kms_key_id);

-- What is left of an epoch, shard by shard and in the order in which it is wrapped anew.
create index subject_key_by_epoch_and_shard on subject_key (epoch, shard, subject_ref);
drop index subject_key_by_epoch;
create index service_key_by_epoch on service_key (epoch);
