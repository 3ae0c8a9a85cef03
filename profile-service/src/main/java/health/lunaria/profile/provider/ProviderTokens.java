package health.lunaria.profile.provider;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** This service's own access token at the provider, kept until shortly before its end. */
@ApplicationScoped
class ProviderTokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final TokenClient provider;
    private final String credentials;
    private final AtomicReference<Held> held = new AtomicReference<>();
    private final Clock clock = Clock.systemUTC();

    ProviderTokens(@RestClient TokenClient provider, ProviderConfig config) {
        this.provider = provider;
        this.credentials = basic(config.clientId(), config.clientSecret());
    }

    /** A header's value. Two that find none at once ask twice, and the later token is kept. */
    Uni<String> bearer() {
        return Optional.ofNullable(held.get())
                .filter(token -> clock.instant().isBefore(token.until))
                .map(token -> Uni.createFrom().item(token.bearer))
                .orElseGet(this::ask);
    }

    /** The provider refused it, whatever its end was said to be. */
    void forget(String bearer) {
        held.updateAndGet(token -> token != null && token.bearer.equals(bearer) ? null : token);
    }

    /** What the provider says of somebody's access token. */
    Uni<TokenClient.Introspection> introspect(String token) {
        return provider.introspect(credentials, token);
    }

    private Uni<String> ask() {
        Instant asked = clock.instant();
        return provider.grant(credentials, "client_credentials").map(grant -> keep(asked, grant));
    }

    private String keep(Instant asked, TokenClient.Grant grant) {
        Held token = new Held(
                "Bearer " + grant.accessToken(),
                asked.plusSeconds(grant.seconds()).minus(MARGIN));
        held.set(token);
        return token.bearer;
    }

    /** RFC 6749, section 2.3.1; neither part has a character that would have to be escaped. */
    private static String basic(String id, String secret) {
        byte[] both = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private record Held(String bearer, Instant until) {

        @Override
        public String toString() {
            return "Held[redacted]";
        }
    }
}
