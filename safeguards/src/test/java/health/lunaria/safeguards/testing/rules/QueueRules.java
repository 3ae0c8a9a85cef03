package health.lunaria.safeguards.testing.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The queue has one home, so that nothing but ids of tasks gets into it. */
public final class QueueRules {

    @ArchTest
    static final ArchRule ONLY_TASKS_KNOW_THE_QUEUE = noClasses()
            .that()
            .resideOutsideOfPackage("health.lunaria.safeguards.tasks..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("software.amazon.awssdk.services.sqs.."))
            .because("a message holds the id of a task and nothing else; submit to Tasks");

    private QueueRules() {}
}
