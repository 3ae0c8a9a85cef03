package health.lunaria.profile.request;

import health.lunaria.profile.ProfileProblem;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.problem.ProblemException;
import java.util.regex.Pattern;

/** What an app sends with a request, and again when it does not know whether that arrived. */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** @throws ProblemException 400 if it is missing or has another form */
    static IdempotencyKey parse(String header) {
        if (header == null || !FORM.matcher(header).matches()) {
            throw new ProblemException(ProfileProblem.IDEMPOTENCY_KEY_MISSING);
        }
        return new IdempotencyKey(header);
    }

    /** Stands for it in the database. */
    Locator locator(SubjectKey key) {
        return key.locator("request " + text);
    }

    @Override
    public String toString() {
        return "IdempotencyKey[redacted]";
    }
}
