package health.lunaria.safeguards.identity;

import java.util.Objects;

/**
 * The person that data is about, as the OpenID provider names her (the token's {@code sub}).
 *
 * <p>It exists in memory only: what a service stores is the {@link SubjectRef} that {@link Pseudonyms} derives from it.
 * {@code toString} is redacted.
 *
 * @param id the {@code sub} claim, 1 to 255 characters (RFC 7519 has no bound, OpenID Connect Core section 2 has this one)
 */
public record Subject(String id) {

    private static final int MAX_LENGTH = 255;

    public Subject {
        Objects.requireNonNull(id, "id");
        if (id.isBlank() || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A subject id has 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return "Subject[redacted]";
    }
}
