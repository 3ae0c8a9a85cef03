-- The register of incidents, of breaches and of the notices about them. In clear stands what is searched for and what the
-- schedules need: severities, states, times. What happened, who it was, the facts of a breach, the text of a notice and where
-- it is sent is sealed under a key of the service.

create table incident (
    id             uuid primary key,
    version        bigint not null check (version > 0),
    opened_at      timestamptz not null,
    severity       text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
    state          text not null check (state in ('OPEN', 'ACKNOWLEDGED', 'CLOSED')),
    -- Until when somebody has to acknowledge it.
    acknowledge_by timestamptz not null,
    escalated_at   timestamptz,
    -- A keyed hash of what raised it; null if somebody did.
    fingerprint    bytea check (length(fingerprint) = 32),
    sealed         bytea not null check (length(sealed) <= 65536)
);

create index incident_newest on incident (opened_at desc, id desc);
create index incident_to_escalate on incident (acknowledge_by) where state = 'OPEN' and escalated_at is null;
-- One open incident for one alert, however often it fires.
create unique index incident_by_fingerprint on incident (fingerprint) where state <> 'CLOSED';

-- The timeline: one entry for each version of its incident. Rows are added and never changed.
create table incident_entry (
    id          uuid primary key,
    incident_id uuid not null references incident,
    version     bigint not null check (version > 0),
    sealed      bytea not null check (length(sealed) <= 65536),
    unique (incident_id, version)
);

create table breach (
    incident_id uuid primary key references incident,
    version     bigint not null check (version > 0),
    sealed      bytea not null check (length(sealed) <= 1048576)
);

create table notice (
    id          uuid primary key,
    incident_id uuid not null references incident,
    version     bigint not null check (version > 0),
    state       text not null check (state in ('DRAFT', 'APPROVED')),
    created_at  timestamptz not null,
    sealed      bytea not null check (length(sealed) <= 131072)
);

create index notice_by_incident on notice (incident_id, created_at);

-- One row for each recipient of a notice.
create table notice_delivery (
    id           uuid primary key,
    notice_id    uuid not null references notice,
    -- A keyed hash of the address: nobody gets a notice twice.
    recipient    bytea not null check (length(recipient) = 32),
    state        text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts     integer not null check (attempts >= 0),
    -- When it is due; null before the approval and after the end.
    next_at      timestamptz,
    delivered_at timestamptz,
    sealed       bytea not null check (length(sealed) <= 4096),
    unique (notice_id, recipient),
    check ((state = 'DELIVERED') = (delivered_at is not null)),
    check (next_at is null or state = 'WAITING')
);

create index notice_delivery_due on notice_delivery (next_at) where next_at is not null;
