package health.lunaria.safeguards.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Access tokens as the OpenID provider would issue them, signed by a key made for this run of the tests. */
public final class Tokens {

    public static final String ISSUER = "https://issuer.test/auth/realms/lunaria";
    private static final KeyPair KEYS = newKeys();

    private Tokens() {}

    /** A good token of this user. */
    public static String of(String subject, String... roles) {
        return sign(claims(subject, roles));
    }

    /** The claims of a good token, to be spoilt before {@link #sign}. */
    public static JwtClaimsBuilder claims(String subject, String... roles) {
        List<String> all = roles.length == 0 ? List.of("user") : List.of(roles);
        return Jwt.issuer(ISSUER)
                .subject(subject)
                .audience(Set.of("profile-service", "cycle-service", "billing-service", "audit-service"))
                .claim("realm_access", Map.of("roles", all))
                .claim("auth_time", Instant.now().getEpochSecond())
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(5)));
    }

    /** Good, but of somebody who logged in an hour ago. */
    public static String ofOldLogin(String subject) {
        return sign(claims(subject)
                .claim("auth_time", Instant.now().minus(Duration.ofHours(1)).getEpochSecond()));
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().sign(KEYS.getPrivate());
    }

    /** Signed by a key that nobody trusts. */
    public static String signByStranger(JwtClaimsBuilder claims) {
        PrivateKey stranger = newKeys().getPrivate();
        return claims.jws().sign(stranger);
    }

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
