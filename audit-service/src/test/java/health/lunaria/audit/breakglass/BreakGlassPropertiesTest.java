package health.lunaria.audit.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.workforce.StaffRole;
import health.lunaria.audit.workforce.StandingOf;
import java.time.Duration;
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
class BreakGlassPropertiesTest {

    private static final List<String> PEOPLE = List.of(Scene.REQUESTER, Scene.FIRST, Scene.SECOND, "spare");

    private record Try(String person, Kind kind, Duration later, StandingOf standing) {}

    private enum Kind {
        APPROVE,
        CANCEL,
        USE
    }

    @Provide
    Arbitrary<List<Try>> histories() {
        Arbitrary<StandingOf> standings = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(StandingOf.GOOD)), Tuple.of(1, Arbitraries.of(StandingOf.class)));
        Arbitrary<Duration> pauses = Arbitraries.of(
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofMinutes(29),
                Duration.ofMinutes(31),
                Duration.ofHours(23),
                Duration.ofHours(25),
                Duration.ofMinutes(-5));
        Arbitrary<Kind> kinds =
                Arbitraries.of(Kind.APPROVE, Kind.APPROVE, Kind.APPROVE, Kind.USE, Kind.USE, Kind.CANCEL);
        return Combinators.combine(Arbitraries.of(PEOPLE), kinds, pauses, standings)
                .as(Try::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void itIsUsedAtMostOnceByTheRequesterAfterTwoOthersInTimeAndInGoodStanding(@ForAll("histories") List<Try> history) {
        Scene scene = new Scene();
        scene.does(Scene.REQUESTER, StaffRole.SECURITY);
        BreakGlass grant = scene.requested();
        Set<String> faulty = new HashSet<>();
        int uses = 0;
        for (Try attempt : history) {
            scene.pass(attempt.later());
            scene.has(attempt.person(), attempt.standing());
            if (attempt.standing() == StandingOf.GOOD) {
                faulty.remove(attempt.person());
            } else {
                faulty.add(attempt.person());
            }
            BreakGlass after = take(scene, grant, attempt);
            if (after.use() != null && grant.use() == null) {
                uses++;
                assertPromise(after, faulty);
            }
            grant = after;
        }
        assertThat(uses).isLessThanOrEqualTo(1);
        assertThat(grant.approvals()).hasSizeLessThanOrEqualTo(BreakGlassRules.APPROVALS);
        assertThat(grant.use() == null || grant.cancellation() == null).isTrue();
    }

    private static BreakGlass take(Scene scene, BreakGlass grant, Try attempt) {
        Acting acting = scene.acting(attempt.person());
        Act act = scene.act(attempt.person());
        return switch (attempt.kind()) {
            case APPROVE ->
                BreakGlassRules.ofApproval(grant, acting, scene.standings(), scene.now())
                                .isPresent()
                        ? grant
                        : grant.approvedBy(act);
            case CANCEL ->
                BreakGlassRules.ofCancellation(grant, acting, scene.now()).isPresent() ? grant : grant.cancelledBy(act);
            case USE ->
                BreakGlassRules.ofUse(grant, acting, scene.standings(), scene.now())
                                .isPresent()
                        ? grant
                        : grant.usedBy(act);
        };
    }

    private static void assertPromise(BreakGlass used, Set<String> faulty) {
        Act first = used.approvals().get(0);
        Act second = used.approvals().get(1);
        assertThat(used.people()).hasSize(3).noneMatch(faulty::contains);
        assertThat(used.use().person()).isEqualTo(used.request().person());
        assertThat(Duration.between(used.request().at(), first.at())).isLessThanOrEqualTo(Duration.ofHours(24));
        assertThat(Duration.between(first.at(), used.use().at())).isLessThanOrEqualTo(Duration.ofHours(24));
        assertThat(Duration.between(second.at(), used.use().at())).isBetween(Duration.ZERO, Duration.ofMinutes(30));
        assertThat(used.cancellation()).isNull();
    }
}
