-- What a person bought, sealed; and a keyed reference to the account id that the stores know, to find her by it.
create table billing_account (
    id          uuid primary key,
    subject_ref bytea not null unique references revision,
    account_ref bytea not null unique check (length(account_ref) = 32),
    revision    bigint not null,
    sealed      bytea not null
);

-- Which notifications of the stores were taken in: a keyed reference to the notification's id.
create table store_notice (
    notice_ref  bytea primary key check (length(notice_ref) = 32),
    subject_ref bytea not null references revision
);

create index store_notice_by_subject on store_notice (subject_ref);
