package health.lunaria.safeguards.problem;

import java.net.URI;

/**
 * A kind of error that callers can rely on (RFC 9457). Implemented by one enum per service, whose slugs are part of the
 * API: never rename or reuse one.
 */
public interface ProblemType {

    String BASE = "https://lunaria.health/problems/";

    /** Stable, lower case, hyphenated, e.g. {@code consent-required}. */
    String slug();

    /** HTTP status, 400 to 599. */
    int status();

    /** One sentence for a developer, without any value of the request. */
    String title();

    default URI type() {
        return URI.create(BASE + slug());
    }
}
