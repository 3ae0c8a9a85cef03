package health.lunaria.cycle.breakglass;

import health.lunaria.cycle.CycleProblem;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Gives exceptions away for receipts. No answer, or one that is not whole, is no receipt; the exception may be used up all the
 * same, and is not to be had back.
 */
@ApplicationScoped
class Receipts {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z-]{0,63}");
    private static final Pattern WHO = Pattern.compile("requester|approvals\\[[01]]");

    private final BreakGlassClient auditService;

    Receipts(@RestClient BreakGlassClient auditService) {
        this.auditService = auditService;
    }

    /**
     * Fails with {@code break-glass-refused} (403), which names the reason, or, when there is no answer, with {@code
     * break-glass-unknown} (503).
     */
    Uni<Receipt> redeem(Staff caller, UUID exception) {
        var redemption =
                new BreakGlassClient.Redemption(exception, caller.person().id(), caller.roles());
        return Uni.createFrom()
                .deferred(() -> auditService.redeem(redemption))
                .onFailure()
                .transform(failure ->
                        new ProblemException(CycleProblem.BREAK_GLASS_UNKNOWN, "audit-service did not answer", failure))
                .map(Receipts::receipt);
    }

    private static Receipt receipt(BreakGlassClient.Answer answer) {
        if (answer == null) {
            throw new ProblemException(CycleProblem.BREAK_GLASS_UNKNOWN);
        }
        if (answer.refusal() != null) {
            throw refused(answer.refusal(), answer.who());
        }
        if (answer.subject() == null || answer.role() == null || answer.receipt() == null) {
            throw new ProblemException(CycleProblem.BREAK_GLASS_UNKNOWN);
        }
        return new Receipt(new Subject(answer.subject()), answer.role(), answer.receipt());
    }

    /** Words of a peer are passed on only if they look like what they should be. */
    private static ProblemException refused(String reason, String who) {
        if (!SLUG.matcher(reason).matches()) {
            return new ProblemException(CycleProblem.BREAK_GLASS_REFUSED);
        }
        String field = who != null && WHO.matcher(who).matches() ? who : "id";
        return new ProblemException(CycleProblem.BREAK_GLASS_REFUSED, new FieldError(field, reason));
    }
}
