package health.lunaria.safeguards.document;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.Objects;

/**
 * A document in clear.
 *
 * @param version from 1, counted up by each change
 */
@Confidential
public record Versioned<T>(T value, long version) {

    public Versioned {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "Versioned[redacted]";
    }
}
