-- Audit events on their way: written in the transaction they tell about, deleted when audit-service has acknowledged
-- them. Sealed under the service's outbox key, because they name the subject.

create table outbox (
    id     uuid primary key,
    sealed bytea not null
);
