package health.lunaria.profile.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.lunaria.safeguards.redaction.Confidential;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is used of Keycloak's admin REST API. Its ids stand in its paths; it keeps no access log. */
@RegisterRestClient(configKey = "provider-admin")
@Path("/")
interface AccountClient {

    @PUT
    @Path("users/{account}")
    @Operation(hidden = true)
    Uni<Void> change(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("account") String account, Change change);

    /** Ends all sessions, and refuses what was issued before, offline tokens too. */
    @POST
    @Path("users/{account}/logout")
    @Operation(hidden = true)
    Uni<Void> logout(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("account") String account);

    @DELETE
    @Path("users/{account}")
    @Operation(hidden = true)
    Uni<Void> delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("account") String account);

    @GET
    @Path("users/{account}/sessions")
    @Operation(hidden = true)
    Uni<List<UserSession>> sessions(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("account") String account);

    @DELETE
    @Path("sessions/{session}")
    @Operation(hidden = true)
    Uni<Void> end(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("session") String session);

    /** What is left out stays as it is. */
    record Change(boolean enabled) {}

    /**
     * Without the address, which is not asked for and not kept.
     *
     * @param start in milliseconds since 1970
     * @param lastAccess likewise
     * @param clients names by ids
     */
    @Confidential
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UserSession(String id, long start, long lastAccess, Map<String, String> clients) {

        LoginSession toLoginSession() {
            return new LoginSession(
                    id,
                    Instant.ofEpochMilli(start),
                    Instant.ofEpochMilli(lastAccess),
                    clients == null
                            ? List.of()
                            : clients.values().stream().sorted().toList());
        }

        @Override
        public String toString() {
            return "UserSession[redacted]";
        }
    }
}
