package health.lunaria.safeguards.identity;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jboss.logging.Logger;

/**
 * Lets a request for a route of the gateway's pass only when the TLS client is the gateway: another service that got hold of
 * a user's token, or of the address of her calendar feed, cannot use it. The gateway is known by the URI {@value #GATEWAY} in
 * its certificate (SPIFFE id).
 *
 * <p>Left out of the test profile only, where services are called without a gateway; {@code system-tests} has the check.
 */
@ApplicationScoped
@UnlessBuildProfile("test")
public class GatewayOnly implements HttpSecurityPolicy {

    static final String GATEWAY = "spiffe://lunaria.local/gateway";

    private static final Logger LOG = Logger.getLogger(GatewayOnly.class);
    private static final int SAN_TYPE_URI = 6;
    private static final List<String> PREFIXES = List.of("/v1/", "/webhooks/", "/feeds/");

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        boolean fromOutside = PREFIXES.stream().anyMatch(request.normalizedPath()::startsWith);
        return fromOutside && !isGateway(request) ? CheckResult.deny() : CheckResult.permit();
    }

    private static boolean isGateway(RoutingContext request) {
        try {
            return request.request().connection().peerCertificates().get(0) instanceof X509Certificate certificate
                    && namesGateway(certificate);
        } catch (SSLPeerUnverifiedException | CertificateParsingException refused) {
            LOG.warnf(
                    "A caller without a readable certificate was refused (%s)",
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    private static boolean namesGateway(X509Certificate certificate) throws CertificateParsingException {
        var names = certificate.getSubjectAlternativeNames();
        return names != null
                && names.stream()
                        .anyMatch(name ->
                                name.get(0).equals(SAN_TYPE_URI) && name.get(1).equals(GATEWAY));
    }
}
