package health.lunaria.safeguards.takeaway;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.http.EventLoop;
import health.lunaria.safeguards.http.StreamedAnswer;
import health.lunaria.safeguards.identity.Peer;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers {@code POST /internal/export} of a service with its {@link TakeawayPart}. */
@ApplicationScoped
public class TakeawayAnswers {

    public static final String PATH = "/internal/export";
    public static final String MEDIA_TYPE = "application/zip";

    private final Peer peer;
    private final SubjectKeys keys;

    TakeawayAnswers(Peer peer, SubjectKeys keys) {
        this.peer = peer;
        this.keys = keys;
    }

    /** To be called by a blocking method, on whose worker thread the answer is written while it is read. */
    public Uni<Response> answer(TakeawayPart part, TakeawayRequest request, RoutingContext exchange) {
        Subject subject = new Subject(request.subject());
        Actor actor = Actor.service(peer.service());
        return EventLoop.run(() -> keys.using(subject, key -> part.collect(subject, key, actor)))
                .map(takeaway -> Response.ok(StreamedAnswer.of(takeaway.zip(), exchange))
                        .type(MEDIA_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
