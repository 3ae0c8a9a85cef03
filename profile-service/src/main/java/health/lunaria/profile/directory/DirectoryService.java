package health.lunaria.profile.directory;

import health.lunaria.profile.directory.Addresses.Found;
import health.lunaria.profile.request.OpenRequests;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.redaction.Sensitive;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Looks people up for the data protection officer; it is recorded about each of them. */
@ApplicationScoped
class DirectoryService {

    /** More people than this with one address are no people. */
    private static final int MOST_FOUND = 20;

    private static final Actor DPO = Actor.staff(Roles.DPO);

    private final Addresses addresses;
    private final OpenRequests requests;
    private final Auditor auditor;

    DirectoryService(Addresses addresses, OpenRequests requests, Auditor auditor) {
        this.addresses = addresses;
        this.requests = requests;
        this.auditor = auditor;
    }

    @WithTransaction
    Uni<DirectoryResponse> search(Sensitive<String> address) {
        return addresses
                .of(address, MOST_FOUND)
                .chain(found -> requestsOf(found).map(ids -> new DirectoryResponse(!found.isEmpty(), ids)));
    }

    private Uni<List<UUID>> requestsOf(List<Found> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(person -> requests.of(person.ref())
                        .call(() -> auditor.record(person.subject(), DPO, "profile.directory.search")))
                .onItem()
                .<UUID>transformToIterable(ids -> ids)
                .collect()
                .asList();
    }
}
