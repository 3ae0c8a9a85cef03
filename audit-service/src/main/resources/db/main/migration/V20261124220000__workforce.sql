-- People under control. In clear stand pseudonyms, ids, times, kinds of steps and slugs of problems; who somebody is, whom an
-- exception is about and why, is sealed.

-- Staff and contractors, each sealed under a key of her own. Her pseudonym here is not the one that she has as a user.
create table workforce_member (
    id          uuid primary key,
    subject_ref bytea not null unique check (length(subject_ref) = 32),
    version     bigint not null check (version > 0),
    sealed      bytea not null check (length(sealed) <= 4096)
);

-- What of theirs expires when, for the reminders only: standing is judged by what is sealed.
create table workforce_expiry (
    subject_ref bytea not null references workforce_member (subject_ref) on delete cascade,
    proof       text not null check (proof in ('training', 'policy')),
    expires_at  timestamptz not null,
    primary key (subject_ref, proof)
);

create index workforce_expiry_by_time on workforce_expiry (expires_at);

-- Each is due once; 0 days is the expiry itself.
create table workforce_reminder (
    subject_ref bytea not null references workforce_member (subject_ref) on delete cascade,
    proof       text not null check (proof in ('training', 'policy')),
    expires_at  timestamptz not null,
    days        smallint not null check (days in (30, 7, 0)),
    made_at     timestamptz not null,
    primary key (subject_ref, proof, expires_at, days)
);

-- Exceptions, sealed under the key of the user whom they are about, and unreadable when she has been erased.
create table break_glass (
    id           uuid primary key,
    subject_ref  bytea not null check (length(subject_ref) = 32),
    requested_at timestamptz not null,
    version      bigint not null check (version > 0),
    sealed       bytea not null check (length(sealed) <= 8192)
);

create index break_glass_by_time on break_glass (requested_at desc, id desc);

-- Who requested and who approved.
create table break_glass_person (
    break_glass_id uuid not null references break_glass,
    person_ref     bytea not null check (length(person_ref) = 32),
    primary key (break_glass_id, person_ref)
);

create index break_glass_person_by_ref on break_glass_person (person_ref);

-- Every step taken or refused, with its place in the log. The id of a refused one may be that of nothing.
create table break_glass_step (
    log_index      bigint primary key references log_leaf,
    break_glass_id uuid,
    person_ref     bytea not null check (length(person_ref) = 32),
    step           text not null check (step in ('request', 'approve', 'cancel', 'use')),
    refused_by     text,
    happened_at    timestamptz not null,
    check (break_glass_id is not null or refused_by is not null)
);

create index break_glass_step_refused on break_glass_step (log_index desc) where refused_by is not null;
create index break_glass_step_by_grant on break_glass_step (break_glass_id, log_index desc) where refused_by is null;

-- Users who have to be told, and until when at the latest. What to tell is sealed under the user's key.
create table break_glass_notice (
    break_glass_id uuid primary key references break_glass,
    subject_ref    bytea not null check (length(subject_ref) = 32),
    sealed         bytea not null check (length(sealed) <= 4096),
    due_at         timestamptz not null,
    delivered_at   timestamptz
);

create index break_glass_notice_pending on break_glass_notice (due_at) where delivered_at is null;
