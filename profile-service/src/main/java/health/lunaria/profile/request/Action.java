package health.lunaria.profile.request;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;

/** A step that somebody wants to take; see {@link Entry}. */
@Confidential
record Action(Step step, By by, Instant at, Reason reason, Sensitive<String> text) {

    @Override
    public String toString() {
        return "Action[redacted]";
    }
}
