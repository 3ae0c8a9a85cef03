package health.lunaria.profile.erasure;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "cycle")
@Path("/internal/erasure")
interface CycleErasureClient extends ErasureClient {}
