package health.lunaria.safeguards.testing.rules.planted;

import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.WithoutStanding;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Abstract, so that no JAX-RS server ever serves one. */
public final class PlantedEndpoints {

    private PlantedEndpoints() {}

    @Path("/v1/planted")
    public abstract static class WithoutRoles {
        @GET
        public abstract String read();
    }

    @Path("/v1/planted")
    public abstract static class OneOfTwoWithoutRoles {
        @GET
        @RolesAllowed("user")
        public abstract String read();

        @DELETE
        public abstract void delete();
    }

    @Path("/v1/planted")
    public abstract static class SubResourceWithoutRoles {
        @Path("/below")
        public abstract Object below();
    }

    @PermitAll
    @Path("/v1/planted")
    public abstract static class OpenClass {
        @GET
        public abstract String read();
    }

    @RolesAllowed("user")
    @Path("/v1/webhooks/planted")
    public abstract static class OpenMethod {
        @GET
        @PermitAll
        public abstract String read();
    }

    @RolesAllowed("security")
    @Path("/v1/planted")
    public abstract static class StaffWithoutStanding {
        @GET
        public abstract String read();
    }

    @RolesAllowed("user")
    @Path("/v1/planted")
    public abstract static class StaffBesideUsers {
        @GET
        @RolesAllowed({"user", "auditor"})
        public abstract String read();
    }

    @RolesAllowed("dpo")
    @Path("/v1/planted")
    public abstract static class OneOfTwoWithoutStanding {
        @GET
        @InGoodStanding
        public abstract String read();

        @POST
        public abstract void write();
    }

    @InGoodStanding
    @RolesAllowed("support")
    @Path("/v1/planted")
    public abstract static class AllowedStaff {
        @GET
        public abstract String read();

        @POST
        @WithoutStanding(because = "it is planted")
        public abstract void write();
    }

    @RolesAllowed("security")
    @Path("/v1/planted")
    public abstract static class AllowedForUsersByMethod {
        @GET
        @RolesAllowed("user")
        public abstract String read();

        @POST
        @DenyAll
        public abstract void write();
    }

    @PermitAll
    @Path("/webhooks/planted")
    public abstract static class AllowedWebhook {
        @POST
        public abstract void take();
    }

    @PermitAll
    @Path("/feeds/planted")
    public abstract static class AllowedFeed {
        @GET
        public abstract String read();
    }

    @RolesAllowed("user")
    @Path("/v1/planted")
    public abstract static class AllowedByClass {
        @GET
        public abstract String read();
    }

    @Path("/v1/planted")
    public abstract static class AllowedByMethod {
        @GET
        @RolesAllowed("user")
        public abstract String read();

        @POST
        @DenyAll
        public abstract void write();
    }

    @RegisterRestClient(configKey = "planted")
    @Path("/internal/planted")
    public interface AllowedClient {
        @GET
        String read();
    }
}
