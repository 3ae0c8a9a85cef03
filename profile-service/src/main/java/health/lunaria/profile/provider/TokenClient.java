package health.lunaria.profile.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.lunaria.safeguards.redaction.Confidential;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The realm's token endpoint (RFC 6749, section 4.4) and its introspection (RFC 7662). */
@RegisterRestClient(configKey = "provider-realm")
@Path("/protocol/openid-connect/token")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface TokenClient {

    @POST
    @Operation(hidden = true)
    Uni<Grant> grant(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String credentials, @FormParam("grant_type") String grantType);

    @POST
    @Path("/introspect")
    @Operation(hidden = true)
    Uni<Introspection> introspect(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String credentials, @FormParam("token") String token);

    /** @param seconds for which it counts */
    @Confidential
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Grant(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long seconds) {

        @Override
        public String toString() {
            return "Grant[redacted]";
        }
    }

    /** @param account the provider's own id of the person, which stands in no token */
    @Confidential
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Introspection(
            boolean active, @JsonProperty("sub") String subject, String account) {

        @Override
        public String toString() {
            return "Introspection[redacted]";
        }
    }
}
