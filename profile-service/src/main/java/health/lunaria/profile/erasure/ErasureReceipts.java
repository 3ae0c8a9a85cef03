package health.lunaria.profile.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lunaria.profile.erasure.LogEntriesClient.LogEntry;
import health.lunaria.profile.receipt.ReceiptConfig;
import health.lunaria.profile.receipt.ReceiptSigner;
import health.lunaria.safeguards.erasure.Remark;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes the receipt of an erasure when everything that it names stands in the public log. */
@ApplicationScoped
class ErasureReceipts {

    /** Without any of these the erasure is not shown to be complete. */
    private static final Set<String> NEEDED = Set.of(
            "profile.account.close",
            "billing.erasure.done",
            "cycle.erasure.done",
            "audit.erasure.done",
            "profile.erasure.done",
            "profile.account.delete");

    private static final Duration UNTIL_PUBLISHED = Duration.ofSeconds(1);

    private final LogEntriesClient log;
    private final ReceiptSigner signer;
    private final ReceiptConfig receipts;
    private final ErasureConfig config;
    private final ErasureSaga saga;
    private final ErasureOrderRows rows;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    ErasureReceipts(
            @RestClient LogEntriesClient log,
            ReceiptSigner signer,
            ReceiptConfig receipts,
            ErasureConfig config,
            ErasureSaga saga,
            ErasureOrderRows rows,
            ObjectMapper json) {
        this.log = log;
        this.signer = signer;
        this.receipts = receipts;
        this.config = config;
        this.saga = saga;
        this.rows = rows;
        this.json = json;
    }

    /** Empty if there is no such erasure, or it was cancelled. */
    @WithSession
    Uni<Optional<ErasureReceiptResponse>> read(UUID id) {
        return rows.proof(id)
                .map(found -> found.filter(proof -> proof.state() != ErasureState.CANCELLED)
                        .map(this::response));
    }

    private ErasureReceiptResponse response(ErasureProof proof) {
        try {
            return proof.receipt() == null
                    ? ErasureReceiptResponse.ofUnfinished(proof.state())
                    : json.readValue(proof.receipt(), ErasureReceiptResponse.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("A stored receipt of an erasure cannot be read");
        }
    }

    /** Ends the erasure with its receipt, or lets it wait a little until the log has published all of it. */
    Uni<Void> make(DueErasure due) {
        return log.entries(new LogEntriesClient.Question(due.id()))
                .chain(answer -> isComplete(answer.entries())
                        ? finish(due, answer.entries())
                        : saga.postpone(due, UNTIL_PUBLISHED));
    }

    private static boolean isComplete(List<LogEntry> entries) {
        return entries.stream()
                .map(LogEntry::action)
                .collect(Collectors.toSet())
                .containsAll(NEEDED);
    }

    private Uni<Void> finish(DueErasure due, List<LogEntry> entries) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return saga.remarks(due.id()).chain(remarks -> {
            String statement = ErasureStatement.of(
                    due, now, now.plus(config.backupsUnreadableAfter()), entries, remarks, receipts.controller());
            return signer.sign(ReceiptSigner.Kind.ERASURE, statement)
                    .chain(jws -> saga.finish(due, write(jws, remarks, entries), now));
        });
    }

    private String write(String jws, Set<Remark> remarks, List<LogEntry> entries) {
        try {
            return json.writeValueAsString(ErasureReceiptResponse.ofDone(jws, remarks, entries));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A receipt of an erasure cannot be written");
        }
    }
}
