package health.lunaria.profile.request;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Somebody's requests about her data with their histories, to be taken away. */
@ApplicationScoped
public class RequestDocuments {

    /** More requests than anybody makes; the newest of them. */
    private static final int MOST = 10_000;

    private final RequestService requests;

    RequestDocuments(RequestService requests) {
        this.requests = requests;
    }

    /** In the transaction of the caller, who records the access. */
    public Uni<List<TakeawayFile>> of(SubjectKey key) {
        return requests.inTransaction(key, MOST)
                .map(found -> new RequestsResponse(
                        found.stream().map(RequestResponse::from).toList(), null))
                .map(all -> List.of(TakeawayFile.json("requests.json", all)));
    }
}
