package health.lunaria.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import health.lunaria.safeguards.testing.SuiteRules;

@AnalyzeClasses(
        packages = "health.lunaria",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(SuiteRules.class);

    @ArchTest
    static final ArchRule THE_VERIFIER_IS_INDEPENDENT = noClasses()
            .that()
            .resideInAPackage("health.lunaria.audit.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("health.lunaria.audit.log..", "health.lunaria.audit.event..")
            .because("a mistake in the code that writes the log must not be made again by the code that checks it");
}
