-- Which policies were acknowledged, by their ids: they are documents of the build and nothing personal. Known, so that an
-- acknowledgement expires sooner when one of them gets a new version.
alter table workforce_expiry
    add column policies text check (length(policies) <= 1000),
    add check (policies is null or proof = 'policy');
