-- Which account of the OpenID provider is whose, sealed under a key of the service: it is needed after its person's key is gone.
create table account_link (
    id          uuid primary key,
    subject_ref bytea not null unique check (length(subject_ref) = 32),
    sealed      bytea not null
);
