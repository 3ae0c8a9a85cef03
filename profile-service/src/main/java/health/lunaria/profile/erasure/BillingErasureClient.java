package health.lunaria.profile.erasure;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "billing")
@Path("/internal/erasure")
interface BillingErasureClient extends ErasureClient {}
