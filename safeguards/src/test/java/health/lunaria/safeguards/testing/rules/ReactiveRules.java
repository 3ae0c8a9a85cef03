package health.lunaria.safeguards.testing.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** How Mutiny is used. The event loop is never blocked, and one Hibernate session is never used in parallel. */
public final class ReactiveRules {

    private static final Pattern SUBSCRIBING = Pattern.compile("await|subscribe|subscribeAsCompletionStage");
    private static final Pattern PARALLEL =
            Pattern.compile("combine|combining|join|merge|merging|transformTo.*AndMerge");

    @ArchTest
    static final ArchRule NOBODY_AWAITS_OR_SUBSCRIBES = noClasses()
            .should()
            .accessTargetWhere(calls("awaits or subscribes", SUBSCRIBING))
            .because(
                    "the framework subscribes; what a service subscribes itself fails unseen or blocks the event loop");

    @ArchTest
    static final ArchRule NOTHING_RUNS_IN_PARALLEL = noClasses()
            .should()
            .accessTargetWhere(calls("runs in parallel", PARALLEL))
            .because("a session in parallel use is not detected, and may commit half of the work: chain instead");

    private ReactiveRules() {}

    private static DescribedPredicate<JavaAccess<?>> calls(String description, Pattern methods) {
        return DescribedPredicate.describe(
                description,
                access -> access.getTargetOwner().getPackageName().startsWith("io.smallrye.mutiny")
                        && methods.matcher(access.getTarget().getName()).matches());
    }
}
