package health.lunaria.profile.erasure;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "audit")
@Path("/internal/erasure")
interface AuditErasureClient extends ErasureClient {}
