package health.lunaria.safeguards.document;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a document: its version is the ETag, which a change needs as If-Match. */
public final class DocumentAnswer {

    private DocumentAnswer() {}

    /** @throws ProblemException 404 {@code not-found} before the first document */
    public static <T, R> RestResponse<R> orNotFound(Optional<Versioned<T>> document, Function<T, R> response) {
        return of(document.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)), response);
    }

    public static <T, R> RestResponse<R> of(Versioned<T> document, Function<T, R> response) {
        return RestResponse.ResponseBuilder.ok(response.apply(document.value()))
                .header(HttpHeaders.ETAG, Precondition.tag(document.version()))
                .build();
    }
}
