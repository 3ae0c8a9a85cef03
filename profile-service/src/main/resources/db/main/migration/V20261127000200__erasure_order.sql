-- Erasures that people ordered, and how far they came: what is due next, and when. Whom one is about is sealed under a key of the
-- service, since her own is gone half way through, and is forgotten when it is done. What stays then is a receipt that names nobody.
create table erasure_order (
    id           uuid primary key,
    subject_ref  bytea check (length(subject_ref) = 32),
    state        text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
    requested_at timestamptz not null,
    starts_at    timestamptz not null,
    ended_at     timestamptz,
    step         text,
    attempts     integer not null default 0 check (attempts >= 0),
    -- When somebody takes it next: until then it belongs to whoever took it last.
    next_at      timestamptz,
    subject      bytea,
    receipt      text,
    check ((state in ('WAITING', 'RUNNING')) = (next_at is not null)),
    check ((state in ('WAITING', 'RUNNING')) = (subject is not null)),
    check ((state = 'DONE') = (receipt is not null))
);

create unique index erasure_order_one_open on erasure_order (subject_ref) where state in ('WAITING', 'RUNNING');
create index erasure_order_next on erasure_order (next_at) where next_at is not null;

create table erasure_order_step (
    erasure_id uuid not null references erasure_order,
    step       text not null,
    done_at    timestamptz not null,
    remarks    text not null,
    primary key (erasure_id, step)
);
