-- What a realm that was imported by an earlier version of this stack lacks: a realm that is there is not imported again, and nobody
-- has an administrator's rights in it. In the tables of the Keycloak that this stack runs, before it starts; again it changes nothing.

insert into client_scope_client (client_id, scope_id, default_scope)
select c.id, s.id, true
from realm r
join client c on c.realm_id = r.id and c.client_id = 'profile-service'
join client_scope s on s.realm_id = r.id and s.name = 'roles'
where r.name = 'lunaria'
on conflict do nothing;

insert into user_role_mapping (role_id, user_id)
select k.id, u.id
from realm r
join client c on c.realm_id = r.id and c.client_id = 'profile-service'
join user_entity u on u.service_account_client_link = c.id
join client m on m.realm_id = r.id and m.client_id = 'realm-management'
join keycloak_role k on k.client = m.id and k.name = 'manage-users'
where r.name = 'lunaria'
on conflict do nothing;

with missing as (
    insert into protocol_mapper (id, name, protocol, protocol_mapper_name, client_id)
    select gen_random_uuid()::text, 'account, for who may ask about a token', 'openid-connect', 'oidc-usermodel-property-mapper', c.id
    from realm r
    join client c on c.realm_id = r.id and c.client_id in ('lunaria-app', 'lunaria-local')
    where r.name = 'lunaria'
      and not exists (select from protocol_mapper p where p.client_id = c.id and p.name = 'account, for who may ask about a token')
    returning id
)
insert into protocol_mapper_config (protocol_mapper_id, name, value)
select missing.id, config.name, config.value
from missing, (values
    ('user.attribute', 'id'),
    ('claim.name', 'account'),
    ('jsonType.label', 'String'),
    ('introspection.token.claim', 'true'),
    ('access.token.claim', 'false'),
    ('id.token.claim', 'false'),
    ('userinfo.token.claim', 'false')) as config (name, value);

-- Tokens say when somebody logged in only if she did it by the login page.
update client c set standard_flow_enabled = true, direct_access_grants_enabled = false
from realm r
where c.realm_id = r.id and r.name = 'lunaria' and c.client_id = 'lunaria-local';
