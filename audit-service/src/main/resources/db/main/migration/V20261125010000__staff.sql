-- Which policies were acknowledged, by their ids: they are documents of the build and nothing personal. Known, so that an
-- acknowledgement expires sooner when one of them gets a new version.
alter table workforce_expiry
    add column policies text check (length(policies) <= 1000),
    add check (policies is null or proof = 'policy');

-- How and by whom a user was told of an access to her data, and since when there is an incident because she was not in time.
alter table break_glass_notice
    add column channel   text check (channel in ('EMAIL', 'LETTER', 'PHONE', 'IN_APP')),
    add column told_by   bytea check (length(told_by) = 32),
    add column raised_at timestamptz,
    add check ((delivered_at is null) = (channel is null)),
    add check ((delivered_at is null) = (told_by is null));
