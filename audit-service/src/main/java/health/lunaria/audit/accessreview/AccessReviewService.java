package health.lunaria.audit.accessreview;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.workforce.RosterEntry;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reviews and their decisions: each call is one transaction. Decisions and closures of one review follow one another. */
@ApplicationScoped
class AccessReviewService {

    private final ReviewRows reviews;
    private final ItemRows items;
    private final ItemSeals seals;
    private final Auditor auditor;
    private final Clock clock;

    AccessReviewService(ReviewRows reviews, ItemRows items, ItemSeals seals, Auditor auditor, Clock clock) {
        this.reviews = reviews;
        this.items = items;
        this.seals = seals;
        this.auditor = auditor;
        this.clock = clock;
    }

    /**
     * Opens a review of everybody in the register.
     *
     * @return fails with {@code access-review-open} (409) while another one is open
     */
    @WithTransaction
    Uni<AccessReview> open(List<RosterEntry> register, SubjectRef by) {
        Instant now = now();
        ReviewRow review = new ReviewRow(UUID.randomUUID(), now, by.bytes());
        List<ItemRow> rows = register.stream()
                .filter(entry -> entry.standing().leftOn() == null
                        || entry.standing()
                                .leftOn()
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .isAfter(now))
                .map(entry -> item(review.id, entry, now))
                .toList();
        return reviews.countOpen()
                .invoke(open -> failIf(open > 0, AuditProblem.ACCESS_REVIEW_OPEN))
                .chain(() -> reviews.persistAndFlush(review))
                .chain(() -> items.persist(rows))
                .replaceWith(review::toReview);
    }

    @WithTransaction
    Uni<List<AccessReview>> newestFirst(ReviewPosition before, int limit) {
        return reviews.newestFirst(before, limit)
                .map(found -> found.stream().map(ReviewRow::toReview).toList());
    }

    /** Fails with 404 if there is none. */
    @WithTransaction
    Uni<AccessReview> get(UUID id) {
        return reviews.findById(id)
                .onItem()
                .ifNull()
                .failWith(AccessReviewService::notFound)
                .map(ReviewRow::toReview);
    }

    /** Some members of a review, in no order that means anything; each finds this reading in her access log. */
    @WithTransaction
    Uni<List<ReviewItem>> items(UUID review, UUID after, int limit, Actor by) {
        return items.of(review, after, limit)
                .map(found -> found.stream().map(this::toItem).toList())
                .call(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(
                                item -> auditor.record(item.member().subject(), by, "audit.access-review.read"))
                        .onItem()
                        .ignoreAsUni());
    }

    /** Decides about one member, for good. */
    @WithTransaction
    Uni<ReviewItem> decide(UUID review, UUID item, Decision decision, Reason reason, SubjectRef by) {
        return locked(review)
                .chain(() -> items.of(review, item))
                .onItem()
                .ifNull()
                .failWith(AccessReviewService::notFound)
                .invoke(row -> decide(row, decision, reason, by))
                .map(this::toItem)
                .call(decided -> auditor.record(
                        decided.member().subject(), Actor.staff(Roles.SECURITY), "audit.access-review.decide"));
    }

    /** Fails with {@code access-review-undecided} (409) while it has to be decided about somebody. */
    @WithTransaction
    Uni<AccessReview> close(UUID review, SubjectRef by) {
        return locked(review)
                .call(() -> items.countUndecided(review)
                        .invoke(undecided -> failIf(undecided > 0, AuditProblem.ACCESS_REVIEW_UNDECIDED)))
                .invoke(row -> {
                    row.closedAt = now();
                    row.closedBy = by.bytes();
                })
                .map(ReviewRow::toReview);
    }

    private void decide(ItemRow row, Decision decision, Reason reason, SubjectRef by) {
        failIf(Arrays.equals(row.member, by.bytes()), AuditProblem.ACCESS_REVIEW_OWN);
        failIf(row.decision != null, AuditProblem.ACCESS_REVIEW_DECIDED);
        failIf(!reason.goesWith(decision), AuditProblem.ACCESS_REVIEW_REASON);
        row.decision = decision;
        row.reason = reason;
        row.decidedAt = now();
        row.decidedBy = by.bytes();
    }

    private Uni<ReviewRow> locked(UUID id) {
        return reviews.locked(id)
                .onItem()
                .ifNull()
                .failWith(AccessReviewService::notFound)
                .invoke(row -> failIf(row.closedAt != null, AuditProblem.ACCESS_REVIEW_CLOSED));
    }

    private ItemRow item(UUID review, RosterEntry entry, Instant now) {
        UUID id = UUID.randomUUID();
        return new ItemRow(id, review, entry.ref().bytes(), seals.seal(id, ReviewedMember.of(entry, now)));
    }

    private ReviewItem toItem(ItemRow row) {
        return new ReviewItem(
                row.id,
                SubjectRef.of(row.member),
                seals.open(row),
                row.decision,
                row.reason,
                row.decidedAt,
                row.decidedBy == null ? null : SubjectRef.of(row.decidedBy));
    }

    /** Cursors tell times to the millisecond. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void failIf(boolean wrong, AuditProblem problem) {
        if (wrong) {
            throw new ProblemException(problem);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
