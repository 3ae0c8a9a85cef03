-- Who gave which e-mail address, for a look-up by the address: a MAC of it under a key of the service. Nobody verified it, so two people
-- can have given the same. The address itself is sealed in the profile.
create table profile_address (
    id          uuid primary key,
    subject_ref bytea not null unique check (length(subject_ref) = 32),
    email_mac   bytea not null check (length(email_mac) = 32),
    sealed      bytea not null
);

create index profile_address_email on profile_address (email_mac);
