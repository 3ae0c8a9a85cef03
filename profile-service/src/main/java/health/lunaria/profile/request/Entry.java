package health.lunaria.profile.request;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;

/**
 * One step in the history of a request.
 *
 * @param state in which the request was afterwards
 * @param reason {@code null} except of an extension or refusal
 * @param text what was said with it, told to the user; or {@code null}
 */
@Confidential
record Entry(Step step, State state, By by, Instant at, Reason reason, Sensitive<String> text) {

    @Override
    public String toString() {
        return "Entry[redacted]";
    }
}
