package health.lunaria.safeguards.identity;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Demands that the caller proved who she is a moment ago, not that somebody found her telephone unlocked: step-up
 * authentication by RFC 9470. When that was, the token's {@code auth_time} says (OpenID Connect Core, section 2).
 */
@RequestScoped
public class FreshLogin {

    /** Clocks of the provider and of this service may differ by so much. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final JsonWebToken token;
    private final Duration maxAge;
    private final Clock clock = Clock.systemUTC();

    /** @param maxAge how long ago a login may be that counts as fresh */
    FreshLogin(
            JsonWebToken token,
            @ConfigProperty(name = "lunaria.fresh-login.max-age", defaultValue = "5m") Duration maxAge) {
        this.token = token;
        this.maxAge = maxAge;
    }

    /** @throws FreshLoginRequiredException if the login is older, or the token does not say when it was */
    public void require() {
        Object claim = token.getClaim(Claims.auth_time.name());
        if (!isFresh(claim, clock.instant(), maxAge)) {
            throw new FreshLoginRequiredException(maxAge);
        }
    }

    /** @param authTime seconds since 1970, however the token's parser represents them */
    static boolean isFresh(Object authTime, Instant now, Duration maxAge) {
        long seconds;
        try {
            seconds = Long.parseLong(String.valueOf(authTime));
        } catch (NumberFormatException noTime) {
            return false;
        }
        return seconds >= now.minus(maxAge).minus(SKEW).getEpochSecond()
                && seconds <= now.plus(SKEW).getEpochSecond();
    }
}
