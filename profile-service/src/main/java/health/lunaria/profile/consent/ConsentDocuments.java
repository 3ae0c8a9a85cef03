package health.lunaria.profile.consent;

import health.lunaria.profile.policy.PurposePolicies;
import health.lunaria.profile.receipt.ReceiptKeyResponse;
import health.lunaria.profile.receipt.ReceiptSigner;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What somebody decided about her data, to be taken away: what holds, its history, and the receipts as they were signed. */
@ApplicationScoped
public class ConsentDocuments {

    /** More decisions than anybody makes; the newest of them. */
    private static final int MOST = 10_000;

    private final ConsentService consents;
    private final Receipts receipts;
    private final ReceiptSigner signer;
    private final PurposePolicies policies;

    ConsentDocuments(ConsentService consents, Receipts receipts, ReceiptSigner signer, PurposePolicies policies) {
        this.consents = consents;
        this.receipts = receipts;
        this.signer = signer;
        this.policies = policies;
    }

    /** The key that verifies receipts. Not to be called inside a transaction. */
    public Uni<TakeawayFile> key() {
        return signer.key().map(ReceiptKeyResponse::from).map(key -> TakeawayFile.json("receipt-key.json", key));
    }

    /** In the transaction of the caller, who records the access. Documents first, then receipts in their folder. */
    public Uni<List<TakeawayFile>> of(SubjectKey key) {
        return consents.inTransaction(key)
                .chain(state -> consents.newest(key, MOST)
                        .chain(decisions -> receipts.newest(key, MOST).map(signed -> files(state, decisions, signed))));
    }

    private List<TakeawayFile> files(ConsentState state, List<Decision> decisions, List<Receipts.Listed> signed) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<TakeawayFile> files = new ArrayList<>();
        files.add(TakeawayFile.json("consents.json", ConsentsResponse.of(state, policies, today)));
        files.add(TakeawayFile.json("consent-history.json", DecisionResponse.History.of(decisions)));
        files.add(TakeawayFile.json("restriction.json", RestrictionResponse.from(state.restriction())));
        files.add(TakeawayFile.json("privacy-choices.json", state.choices()));
        files.add(TakeawayFile.json("receipts.json", ReceiptFiles.of(signed)));
        signed.stream()
                .filter(receipt -> receipt.jws() != null)
                .forEach(receipt -> files.add(TakeawayFile.written(
                        ReceiptFiles.nameOf(receipt),
                        out -> out.write(receipt.jws().getBytes(StandardCharsets.US_ASCII)))));
        return files;
    }

    /** Which receipt is which file. */
    @Confidential
    record ReceiptFiles(List<Item> receipts) {

        static ReceiptFiles of(List<Receipts.Listed> receipts) {
            return new ReceiptFiles(receipts.stream().map(Item::of).toList());
        }

        static String nameOf(Receipts.Listed receipt) {
            return "receipts/" + receipt.id() + ".jws";
        }

        /** @param file {@code null} for one that is still waiting for its signature */
        @Confidential
        record Item(UUID id, String file) {

            static Item of(Receipts.Listed receipt) {
                return new Item(receipt.id(), receipt.jws() == null ? null : nameOf(receipt));
            }

            @Override
            public String toString() {
                return "Item[redacted]";
            }
        }

        @Override
        public String toString() {
            return "ReceiptFiles[redacted]";
        }
    }
}
