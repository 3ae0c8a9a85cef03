package health.lunaria.profile.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the provider is, and as which client this service speaks to it. */
@ConfigMapping(prefix = "lunaria.provider")
interface ProviderConfig {

    /** Of the realm, e.g. {@code https://id.example/realms/lunaria}; read by the client for tokens. */
    String realmUrl();

    /** Of Keycloak's admin REST API for the realm, e.g. {@code https://id.example/admin/realms/lunaria}. */
    String adminUrl();

    @WithDefault("profile-service")
    String clientId();

    String clientSecret();
}
