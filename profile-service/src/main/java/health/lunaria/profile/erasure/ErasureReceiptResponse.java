package health.lunaria.profile.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.profile.erasure.LogEntriesClient.LogEntry;
import health.lunaria.safeguards.erasure.Remark;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is shown of an erasure to whoever knows its id. It names nobody. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ErasureReceipt")
record ErasureReceiptResponse(
        ErasureState state,

        @Schema(description = "A JWS (RFC 7515): what was done when, with each step's place in the public log")
        String receipt,

        @Schema(description = "What there is to know beside it")
        List<Note> remarks,

        @Schema(description = "The proof of each step from the public log, a C2SP tlog-proof@v1, to be checked offline")
        List<Proof> proofs) {

    static ErasureReceiptResponse ofUnfinished(ErasureState state) {
        return new ErasureReceiptResponse(state, null, List.of(), List.of());
    }

    static ErasureReceiptResponse ofDone(String receipt, Collection<Remark> remarks, List<LogEntry> entries) {
        return new ErasureReceiptResponse(
                ErasureState.DONE,
                receipt,
                remarks.stream()
                        .map(remark -> new Note(remark.slug(), remark.text()))
                        .toList(),
                entries.stream()
                        .map(entry -> new Proof(entry.action(), entry.proof()))
                        .toList());
    }

    @Schema(name = "ErasureRemark")
    record Note(@Schema(description = "A stable word") String name, String text) {}

    @Schema(name = "ErasureStepProof")
    record Proof(String action, String proof) {}
}
