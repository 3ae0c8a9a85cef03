package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;
import java.util.UUID;

/**
 * A page of receipts.
 *
 * @param next the cursor of the next page; {@code null} after the last one
 */
@Confidential
record ReceiptsResponse(List<Item> receipts, String next) {

    static ReceiptsResponse of(List<Receipts.Listed> receipts, String next) {
        return new ReceiptsResponse(
                receipts.stream()
                        .map(receipt -> new Item(receipt.id(), receipt.jws()))
                        .toList(),
                next);
    }

    /**
     * @param id the record_id of the statement
     * @param jws the signed statement in the compact form of a JWS; {@code null} while it is waiting for its signature
     */
    @Confidential
    record Item(UUID id, String jws) {

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ReceiptsResponse[redacted]";
    }
}
