package health.lunaria.profile.export;

import health.lunaria.safeguards.takeaway.TakeawayAnswers;
import health.lunaria.safeguards.takeaway.TakeawayRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** audit-service's door for its part of an archive: mutual TLS; the subject travels in the body. */
@RegisterRestClient(configKey = "audit-export")
@Path(TakeawayAnswers.PATH)
public interface AuditExportClient {

    /** Read as it comes, on a worker thread; to be closed. */
    @POST
    @Produces(TakeawayAnswers.MEDIA_TYPE)
    @Operation(hidden = true)
    Uni<InputStream> export(TakeawayRequest request);
}
