package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An exception from the rule that nobody of the staff sees what is a user's: for one subject, by one person, once. Whether
 * a step may be taken, {@link BreakGlassRules} say; here it is only taken.
 *
 * @param subject whose data
 * @param ticket where the work is described that needs it
 * @param approvals 0 to 2
 * @param useEvent id of the event that its use leaves in the log, fixed at the request: the log takes an id once, so that
 *     not even an older state of the row, put back by hand, can be used again
 */
@Confidential
record BreakGlass(
        String subject,
        String ticket,
        Sensitive<String> reason,
        Act request,
        List<Act> approvals,
        Act cancellation,
        Act use,
        UUID useEvent) {

    BreakGlass {
        // What is empty is left out of the sealed form.
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
    }

    static BreakGlass requested(Need need, Act request, UUID useEvent) {
        return new BreakGlass(
                need.subject().id(), need.ticket(), need.reason(), request, List.of(), null, null, useEvent);
    }

    BreakGlass approvedBy(Act approval) {
        List<Act> all = Stream.concat(approvals.stream(), Stream.of(approval)).toList();
        return new BreakGlass(subject, ticket, reason, request, all, cancellation, use, useEvent);
    }

    BreakGlass cancelledBy(Act act) {
        return new BreakGlass(subject, ticket, reason, request, approvals, act, use, useEvent);
    }

    BreakGlass usedBy(Act act) {
        return new BreakGlass(subject, ticket, reason, request, approvals, cancellation, act, useEvent);
    }

    Subject about() {
        return new Subject(subject);
    }

    /** Who requested and who approved. */
    Set<String> people() {
        Set<String> people = new LinkedHashSet<>();
        people.add(request.person());
        approvals.forEach(approval -> people.add(approval.person()));
        return people;
    }

    boolean isApprovedBy(String person) {
        return approvals.stream().anyMatch(approval -> approval.person().equals(person));
    }

    /** When the last of its steps was taken. */
    Instant lastAt() {
        return Stream.of(
                        Stream.of(request), approvals.stream(), Stream.ofNullable(cancellation), Stream.ofNullable(use))
                .flatMap(acts -> acts)
                .map(Act::at)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "BreakGlass[redacted]";
    }
}
