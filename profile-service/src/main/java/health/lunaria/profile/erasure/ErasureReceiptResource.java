package health.lunaria.profile.erasure;

import health.lunaria.profile.receipt.ReceiptKeyResponse;
import health.lunaria.profile.receipt.ReceiptSigner;
import health.lunaria.safeguards.http.PathId;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** For those who have no account any more. An id is random, has 122 bits, and was told to nobody but her. */
@Path("/v1/profile/erasure/receipts")
@PermitAll
@Cache(noStore = true)
@Tag(name = "Erasure")
public class ErasureReceiptResource {

    private final ErasureReceipts receipts;
    private final ReceiptSigner signer;

    ErasureReceiptResource(ErasureReceipts receipts, ReceiptSigner signer) {
        this.receipts = receipts;
        this.signer = signer;
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Fetch the receipt of an erasure",
            description = "Without an access token. Until it is done it tells its state only.")
    public Uni<ErasureReceiptResponse> read(@PathParam("id") String id) {
        return receipts.read(PathId.parse(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }

    @GET
    @Path("/key")
    @Operation(summary = "Read the key that verifies receipts", description = "As a JWK. Without an access token.")
    public Uni<ReceiptKeyResponse> key() {
        return signer.key().map(ReceiptKeyResponse::from);
    }
}
