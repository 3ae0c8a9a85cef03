package health.lunaria.gateway.protection;

import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts the security header fields on every answer. Those that depend on what the content is (a page of Keycloak needs
 * its own content security policy) are set only where the backend set none.
 */
public final class SecurityHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private static final Map<String, String> UNLESS_SET = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options", "DENY",
            "Cache-Control", "no-store");

    private final String transportSecurity;

    /**
     * @param corsOrigins browsers keep Strict-Transport-Security per host for all its ports, so while a page of a plain
     *     HTTP origin on this same host is meant to call the gateway, the header tells them to forget it
     */
    public SecurityHeaders(Set<String> corsOrigins) {
        boolean plainOrigin = corsOrigins.stream().anyMatch(origin -> origin.startsWith("http://"));
        this.transportSecurity = plainOrigin ? "max-age=0" : "max-age=31536000";
    }

    public void complete(MultiMap headers) {
        headers.set("Strict-Transport-Security", transportSecurity);
        ALWAYS.forEach(headers::set);
        UNLESS_SET.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
