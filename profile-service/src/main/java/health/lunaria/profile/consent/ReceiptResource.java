package health.lunaria.profile.consent;

import health.lunaria.profile.receipt.ReceiptKeyResponse;
import health.lunaria.profile.receipt.ReceiptSigner;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.identity.SubjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/profile/consents/receipts")
@RolesAllowed(Roles.USER)
@Tag(name = "Consents")
public class ReceiptResource {

    static final int PAGE = 50;

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "consent_receipt";

    private final Caller caller;
    private final SubjectKeys keys;
    private final Receipts receipts;
    private final ReceiptSigner signer;
    private final Cursors cursors;

    ReceiptResource(Caller caller, SubjectKeys keys, Receipts receipts, ReceiptSigner signer, Cursors cursors) {
        this.caller = caller;
        this.keys = keys;
        this.receipts = receipts;
        this.signer = signer;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            summary = "List the receipts",
            description =
                    "One of each decision, newest first, 50 to a page. Each is a JWS that others can verify by the key"
                            + " of receipts, and says nothing of who decided. One that is still waiting for its signature has none.")
    public Uni<ReceiptsResponse> list(
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> {
            long before = cursor == null ? Long.MAX_VALUE : position(key.subject(), cursor);
            return receipts.before(subject, key, before, PAGE + 1).map(found -> page(key, found));
        });
    }

    @GET
    @Path("/key")
    @Operation(summary = "Read the key that verifies receipts", description = "As a JWK.")
    public Uni<ReceiptKeyResponse> key() {
        return signer.key().map(ReceiptKeyResponse::from);
    }

    private ReceiptsResponse page(SubjectKey key, List<Receipts.Listed> found) {
        if (found.size() <= PAGE) {
            return ReceiptsResponse.of(found, null);
        }
        long last = found.get(PAGE - 1).revision();
        byte[] position = ByteBuffer.allocate(Long.BYTES).putLong(last).array();
        return ReceiptsResponse.of(found.subList(0, PAGE), cursors.of(key.subject(), LIST, position));
    }

    private long position(SubjectRef subject, String cursor) {
        return ByteBuffer.wrap(cursors.position(subject, LIST, cursor)).getLong();
    }
}
