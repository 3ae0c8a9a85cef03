package health.lunaria.profile.request;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.UUID;

/** A request as it is stored now, with its dates. */
@Confidential
record StoredRequest(UUID id, long version, DataRequest request, Dates dates) {

    @Override
    public String toString() {
        return "StoredRequest[redacted]";
    }
}
