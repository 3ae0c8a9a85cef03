package health.lunaria.profile.consent;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;

/** @param since when it was said; {@code null} if never */
@Confidential
record RestrictionResponse(boolean restricted, Instant since) {

    static RestrictionResponse from(Restriction restriction) {
        return new RestrictionResponse(restriction.restricted(), restriction.since());
    }

    @Override
    public String toString() {
        return "RestrictionResponse[redacted]";
    }
}
