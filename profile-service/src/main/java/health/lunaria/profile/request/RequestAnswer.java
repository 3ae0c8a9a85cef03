package health.lunaria.profile.request;

import health.lunaria.safeguards.problem.Precondition;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers with a request: its version is the ETag, which a step needs as If-Match. */
final class RequestAnswer {

    private RequestAnswer() {}

    static RestResponse<RequestResponse> of(RestResponse.Status status, StoredRequest stored) {
        return ResponseBuilder.create(status, RequestResponse.from(stored))
                .header(HttpHeaders.ETAG, Precondition.tag(stored.version()))
                .build();
    }
}
