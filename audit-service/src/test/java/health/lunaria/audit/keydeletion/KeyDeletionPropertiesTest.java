package health.lunaria.audit.keydeletion;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.workforce.StandingOf;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** People who lose and regain their standing try steps in any order while time passes; the promise holds all the same. */
class KeyDeletionPropertiesTest {

    private record Try(String person, Step step, Duration later, StandingOf standing) {}

    @Provide
    Arbitrary<List<Try>> histories() {
        Arbitrary<StandingOf> standings = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(StandingOf.GOOD)), Tuple.of(1, Arbitraries.of(StandingOf.class)));
        Arbitrary<Duration> pauses = Arbitraries.of(
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofHours(23),
                Duration.ofHours(25),
                Duration.ofHours(49),
                Duration.ofMinutes(-5));
        Arbitrary<Step> steps =
                Arbitraries.of(Step.APPROVE, Step.APPROVE, Step.APPROVE, Step.USE, Step.USE, Step.REFUSE);
        return Combinators.combine(Arbitraries.of(Votes.PEOPLE), steps, pauses, standings)
                .as(Try::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void itIsUsedAtMostOnceAfterTwoOthersAgreedInTimeAndNobodyRefused(@ForAll("histories") List<Try> history) {
        Votes votes = new Votes();
        KeyDeletion deletion = votes.requested();
        Set<String> faulty = new HashSet<>();
        int uses = 0;
        for (Try attempt : history) {
            votes.pass(attempt.later());
            votes.has(attempt.person(), attempt.standing());
            if (attempt.standing() == StandingOf.GOOD) {
                faulty.remove(attempt.person());
            } else {
                faulty.add(attempt.person());
            }
            KeyDeletion after = take(votes, deletion, attempt);
            if (after.usedAt() != null && deletion.usedAt() == null) {
                uses++;
                assertPromise(after, faulty, votes.now());
            }
            deletion = after;
        }
        assertThat(uses).isLessThanOrEqualTo(1);
        assertThat(deletion.approvals()).hasSizeLessThanOrEqualTo(KeyDeletionRules.APPROVALS);
        assertThat(deletion.usedAt() == null || deletion.refusal() == null).isTrue();
    }

    @Property
    void whatIsOverIsNeverUsedAgain(@ForAll("histories") List<Try> history) {
        Votes votes = new Votes();
        KeyDeletion deletion = votes.requested();
        for (Try attempt : history) {
            votes.pass(attempt.later());
            boolean over = KeyDeletionRules.isOver(deletion, votes.now());
            KeyDeletion after = take(votes, deletion, attempt);
            assertThat(over && after != deletion).isFalse();
            deletion = after;
        }
    }

    private static KeyDeletion take(Votes votes, KeyDeletion deletion, Try attempt) {
        Instant now = votes.now();
        Vote vote = votes.of(attempt.person());
        return switch (attempt.step()) {
            case APPROVE ->
                KeyDeletionRules.ofApproval(deletion, attempt.person(), now).isPresent()
                        ? deletion
                        : deletion.approvedBy(vote);
            case REFUSE -> KeyDeletionRules.ofRefusal(deletion, now).isPresent() ? deletion : deletion.refusedBy(vote);
            case USE ->
                KeyDeletionRules.ofUse(deletion, votes.standings(), now).isPresent() ? deletion : deletion.used(now);
            case REQUEST -> deletion;
        };
    }

    private static void assertPromise(KeyDeletion used, Set<String> faulty, Instant now) {
        assertThat(used.approvers()).hasSize(2).noneMatch(faulty::contains);
        assertThat(used.approvals())
                .allSatisfy(approval -> assertThat(Duration.between(approval.at(), now))
                        .isBetween(Duration.ZERO, Duration.ofHours(48)));
        assertThat(used.refusal()).isNull();
    }
}
