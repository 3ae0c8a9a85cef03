package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/** @param next cursor of the page after this one; left out on the last one */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestsResponse(List<RequestResponse> requests, String next) {

    @Override
    public String toString() {
        return "RequestsResponse[redacted]";
    }
}
