package health.lunaria.safeguards.testing.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import health.lunaria.safeguards.problem.Problem;
import health.lunaria.safeguards.problem.ProblemType;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.util.stream.Stream;

/**
 * What a user wrote does not reach logs, exceptions and problems. These rules see declared types only: an {@code Object}
 * that holds a confidential value, or a text made from one, passes. Against those stand the redacted {@code toString},
 * and the sweep for planted markers in the system tests.
 */
public final class ConfidentialityRules {

    static final DescribedPredicate<JavaClass> CONFIDENTIAL = DescribedPredicate.describe(
            "confidential", type -> type.isAnnotatedWith(Confidential.class) || type.isEquivalentTo(Sensitive.class));

    private static final DescribedPredicate<JavaClass> LOGGER = resideInAnyPackage(
                    "org.jboss.logging..", "org.jboss.logmanager..", "java.util.logging..", "org.slf4j..")
            .or(assignableTo(System.Logger.class))
            .or(DescribedPredicate.describe(
                    "Quarkus's short cut", type -> type.getName().equals("io.quarkus.logging.Log")));

    private static final DescribedPredicate<JavaCodeUnit> LOGS = DescribedPredicate.describe(
            "log",
            code -> code.getAccessesFromSelf().stream().anyMatch(access -> LOGGER.test(access.getTargetOwner())));

    private static final DescribedPredicate<JavaCodeUnit> HANDLES_CONFIDENTIAL_VALUES = DescribedPredicate.describe(
            "handling confidential values",
            code -> Stream.concat(
                            types(code),
                            code.getAccessesFromSelf().stream().flatMap(access -> types(access.getTarget())))
                    .anyMatch(CONFIDENTIAL));

    private static final DescribedPredicate<JavaClass> PRINTABLE =
            DescribedPredicate.describe("have a text form", type -> !type.isInterface() && !type.isEnum());

    private static final DescribedPredicate<JavaClass> WITH_A_WRITTEN_TO_STRING =
            DescribedPredicate.describe("written with a toString", ConfidentialityRules::hasWrittenToString);

    private static final DescribedPredicate<JavaMethod> READS_A_RECORD_THAT_TELLS = DescribedPredicate.describe(
            "reading a record with a generated toString",
            method -> method.getRawParameterTypes().stream()
                    .anyMatch(type -> type.isRecord() && !hasWrittenToString(type)));

    @ArchTest
    static final ArchRule CONFIDENTIAL_TYPES_REDACT_THEIR_TEXT = classes()
            .that(CONFIDENTIAL)
            .and(PRINTABLE)
            .should(be(WITH_A_WRITTEN_TO_STRING))
            .allowEmptyShould(true)
            .because("the generated toString of a record tells everything");

    @ArchTest
    static final ArchRule REQUESTS_REDACT_THEIR_TEXT = methods()
            .that(EndpointRules.ENDPOINT)
            .should(never(be(READS_A_RECORD_THAT_TELLS)))
            .allowEmptyShould(true)
            .because("whatever a caller sends may be confidential, and frameworks log the arguments of methods");

    @ArchTest
    static final ArchRule NOBODY_TURNS_CONFIDENTIAL_VALUES_INTO_TEXT = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "turns a confidential value into text",
                    access -> access.getTarget().getName().equals("toString")
                            && CONFIDENTIAL.test(access.getTargetOwner())))
            .because("the text is redacted; who needs it is about to log it");

    @ArchTest
    static final ArchRule CONFIDENTIAL_TYPES_DO_NOT_LOG = noClasses()
            .that(CONFIDENTIAL)
            .should()
            .dependOnClassesThat(LOGGER)
            .allowEmptyShould(true)
            .because("they have their fields at hand");

    @ArchTest
    static final ArchRule WHO_LOGS_HANDLES_NO_CONFIDENTIAL_VALUES = codeUnits()
            .that(LOGS)
            .should(never(be(HANDLES_CONFIDENTIAL_VALUES)))
            .allowEmptyShould(true)
            .because("a log line is written where nothing confidential is in reach");

    @ArchTest
    static final ArchRule EXCEPTIONS_CARRY_NO_CONFIDENTIAL_VALUES = classes()
            .that(assignableTo(Throwable.class))
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(CONFIDENTIAL))
            .allowEmptyShould(true)
            .because("exceptions are logged");

    @ArchTest
    static final ArchRule PROBLEMS_CARRY_NO_CONFIDENTIAL_VALUES = noClasses()
            .that(assignableTo(Problem.class)
                    .or(assignableTo(Problem.FieldError.class))
                    .or(assignableTo(ProblemType.class)))
            .should()
            .dependOnClassesThat(CONFIDENTIAL)
            .allowEmptyShould(true)
            .because("a problem never echoes a value");

    private ConfidentialityRules() {}

    /** The compiler makes the toString that it generates for a record final. */
    private static boolean hasWrittenToString(JavaClass type) {
        return type.tryGetMethod("toString")
                .filter(method -> !method.getModifiers().contains(JavaModifier.FINAL))
                .isPresent();
    }

    private static Stream<JavaClass> types(JavaCodeUnit code) {
        return Stream.concat(Stream.of(code.getRawReturnType()), code.getRawParameterTypes().stream());
    }

    private static Stream<JavaClass> types(AccessTarget target) {
        Stream<JavaClass> owner = Stream.of(target.getOwner());
        if (target instanceof FieldAccessTarget field) {
            return Stream.concat(owner, Stream.of(field.getRawType()));
        }
        CodeUnitAccessTarget code = (CodeUnitAccessTarget) target;
        return Stream.concat(
                owner, Stream.concat(Stream.of(code.getRawReturnType()), code.getRawParameterTypes().stream()));
    }
}
