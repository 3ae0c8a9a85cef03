package health.lunaria.audit.erasure;

import health.lunaria.audit.event.DisclosedEvent;
import health.lunaria.audit.event.EventService;
import health.lunaria.audit.log.Log;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.erasure.ErasureName;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The log's entries about an erasure, for its receipt. They name nobody, so reading them is nobody's business. */
@Path("/internal/erasure-entries")
@RolesAllowed(Roles.PEER_PROFILE)
public class ErasureEntriesResource {

    private static final int MOST = 100;

    private final Pseudonyms pseudonyms;
    private final SubjectKeys keys;
    private final EventService events;
    private final Log log;

    ErasureEntriesResource(Pseudonyms pseudonyms, SubjectKeys keys, EventService events, Log log) {
        this.pseudonyms = pseudonyms;
        this.keys = keys;
        this.events = events;
        this.log = log;
    }

    record Question(@NotNull(message = "missing") UUID erasure) {

        @Override
        public String toString() {
            return "Question[redacted]";
        }
    }

    record Answer(List<Entry> entries) {}

    record Entry(String action, Instant time, long index, String proof) {}

    /** Those that are published, by their place in the log. */
    @POST
    @Operation(hidden = true)
    public Uni<Answer> entries(@NotNull(message = "missing") @Valid Question question) {
        var name = ErasureName.of(question.erasure());
        return keys.usingExisting(pseudonyms.of(name), key -> events.disclose(name, key, MOST))
                .chain(found -> Multi.createFrom()
                        .iterable(found.orElse(List.of()))
                        .onItem()
                        .transformToUniAndConcatenate(this::prove)
                        .select()
                        .where(entry -> entry.proof() != null)
                        .collect()
                        .asList())
                .map(entries -> new Answer(entries.stream()
                        .sorted(Comparator.comparingLong(Entry::index))
                        .toList()));
    }

    private Uni<Entry> prove(DisclosedEvent event) {
        return log.proof(event.index())
                .map(proof -> new Entry(
                        event.event().action(),
                        event.event().time(),
                        event.index(),
                        proof == null ? null : proof.text(event.commitment().json())));
    }
}
