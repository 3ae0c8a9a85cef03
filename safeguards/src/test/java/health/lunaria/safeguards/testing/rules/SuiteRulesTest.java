package health.lunaria.safeguards.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import health.lunaria.safeguards.testing.SuiteRules;
import health.lunaria.safeguards.testing.rules.planted.PlantedCryptography;
import health.lunaria.safeguards.testing.rules.planted.PlantedEndpoints;
import health.lunaria.safeguards.testing.rules.planted.PlantedEntities;
import health.lunaria.safeguards.testing.rules.planted.PlantedHabits;
import health.lunaria.safeguards.testing.rules.planted.PlantedLeaks;
import health.lunaria.safeguards.testing.rules.planted.PlantedQueues;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule finds each violation planted for it, and nothing in what is allowed. A planted class that breaks several
 * rules is named for each.
 */
class SuiteRulesTest {

    private static final JavaClasses ALL_PLANTED = new ClassFileImporter().importPackagesOf(PlantedEndpoints.class);
    private static final Map<String, ArchRule> RULES = rules();

    static Stream<Arguments> planted() {
        return Stream.of(
                        found(
                                "ENDPOINTS_SAY_WHO_MAY_CALL_THEM",
                                PlantedEndpoints.class,
                                "WithoutRoles",
                                "OneOfTwoWithoutRoles",
                                "SubResourceWithoutRoles"),
                        found("ONLY_WHAT_NEEDS_NO_TOKEN_IS_OPEN", PlantedEndpoints.class, "OpenClass"),
                        found(
                                "ONLY_METHODS_OF_WEBHOOKS_FEEDS_AND_THE_PUBLIC_LOG_ARE_OPEN",
                                PlantedEndpoints.class,
                                "OpenMethod"),
                        found(
                                "STAFF_ROUTES_SAY_HOW_STANDING_IS_ASKED",
                                PlantedEndpoints.class,
                                "StaffWithoutStanding",
                                "StaffBesideUsers",
                                "OneOfTwoWithoutStanding"),
                        found("ENTITIES_ARE_NOT_PUBLIC", PlantedEntities.class, "PublicRow"),
                        found(
                                "RESOURCES_DO_NOT_KNOW_ENTITIES",
                                PlantedEntities.class,
                                "KnowingResource",
                                "AnsweringResource",
                                "ReadingResource"),
                        found(
                                "ENDPOINTS_DO_NOT_SHOW_ENTITIES",
                                PlantedEntities.class,
                                "AnsweringResource",
                                "ReadingResource"),
                        found("RECORDS_DO_NOT_HOLD_ENTITIES", PlantedEntities.class, "HoldingResponse"),
                        found(
                                "ENTITIES_ARE_NOT_REMOVED_ONE_BY_ONE",
                                PlantedEntities.class,
                                "RemovesBySession",
                                "RemovesInALambda",
                                "RemovesByReference",
                                "RemovesWithoutSession",
                                "RemovesByPanache",
                                "RemovesByPanacheReference",
                                "RemovesById"),
                        found("ORPHANS_ARE_NOT_REMOVED", PlantedEntities.class, "ParentOfMany", "ParentOfOne"),
                        found(
                                "ONLY_ENCRYPTION_KNOWS_CIPHERS_AND_KMS",
                                PlantedCryptography.class,
                                "UsesCipher",
                                "UsesMac",
                                "UsesTink",
                                "UsesKms",
                                "Signs",
                                "MakesKeys"),
                        found("ONLY_TASKS_KNOW_THE_QUEUE", PlantedQueues.class, "SendsMessages", "HoldsClient"),
                        found("NO_SERVICE_TURNS_EPOCHS", PlantedCryptography.class, "TurnsEpochs"),
                        found("ONLY_HASHES_DIGEST", PlantedCryptography.class, "DigestsSomewhere"),
                        found("NOTHING_IS_GUESSABLE", PlantedCryptography.class, "Guessable"),
                        found(
                                "CONFIDENTIAL_TYPES_REDACT_THEIR_TEXT",
                                PlantedLeaks.class,
                                "TellingNote",
                                "NoteWithoutText"),
                        found("REQUESTS_REDACT_THEIR_TEXT", PlantedLeaks.class, "ReadsTellingRequest"),
                        found(
                                "NOBODY_TURNS_CONFIDENTIAL_VALUES_INTO_TEXT",
                                PlantedLeaks.class,
                                "PrintsNote",
                                "PrintsSensitiveByReference"),
                        found("CONFIDENTIAL_TYPES_DO_NOT_LOG", PlantedLeaks.class, "LoggingNote"),
                        found(
                                "WHO_LOGS_HANDLES_NO_CONFIDENTIAL_VALUES",
                                PlantedLeaks.class,
                                "LogsParameter",
                                "LogsField",
                                "LogsDisclosedValue"),
                        found(
                                "EXCEPTIONS_CARRY_NO_CONFIDENTIAL_VALUES",
                                PlantedLeaks.class,
                                "CarryingException",
                                "SensitiveException"),
                        found("PROBLEMS_CARRY_NO_CONFIDENTIAL_VALUES", PlantedLeaks.class, "CarryingProblem"),
                        found(
                                "NOBODY_AWAITS_OR_SUBSCRIBES",
                                PlantedHabits.class,
                                "Awaits",
                                "Subscribes",
                                "SubscribesToMany",
                                "SubscribesByReference"),
                        found(
                                "NOTHING_RUNS_IN_PARALLEL",
                                PlantedHabits.class,
                                "Combines",
                                "Joins",
                                "MergesUnis",
                                "MergesMultis",
                                "CreatesByMerging"),
                        found(
                                "NOTHING_IS_INJECTED_INTO_FIELDS",
                                PlantedHabits.class,
                                "InjectsField",
                                "InjectsConfiguration",
                                "InjectsClient"),
                        found("NOBODY_USES_THE_OLD_DATES", PlantedHabits.class, "UsesDate", "UsesCalendar"),
                        found(
                                "NOBODY_WRITES_TO_THE_CONSOLE",
                                PlantedHabits.class,
                                "PrintsToConsole",
                                "PrintsStackTrace"))
                .flatMap(arguments -> arguments);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @MethodSource("planted")
    void findsWhatItForbids(String rule, String planted) {
        EvaluationResult result =
                RULES.get(rule).evaluate(those("planted", type -> type.getName().equals(planted)));
        assertThat(result.getFailureReport().getDetails()).isNotEmpty().allMatch(detail -> detail.contains(planted));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesByName")
    void findsNothingInWhatIsAllowed(String name, ArchRule rule) {
        EvaluationResult result =
                rule.evaluate(those("allowed", type -> type.getSimpleName().startsWith("Allowed")));
        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void everyRuleIsTested() {
        Set<String> tested = planted().map(each -> (String) each.get()[0]).collect(Collectors.toSet());
        assertThat(tested).isEqualTo(RULES.keySet());
    }

    static Stream<Arguments> rulesByName() {
        return RULES.entrySet().stream().map(rule -> arguments(rule.getKey(), rule.getValue()));
    }

    private static Stream<Arguments> found(String rule, Class<?> enclosing, String... planted) {
        return Arrays.stream(planted).map(name -> arguments(rule, enclosing.getName() + "$" + name));
    }

    private static JavaClasses those(String description, Predicate<JavaClass> chosen) {
        return ALL_PLANTED.that(DescribedPredicate.describe(description, chosen));
    }

    /** The rules as {@link SuiteRules} gathers them, by name. */
    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new TreeMap<>();
        for (Field group : SuiteRules.class.getDeclaredFields()) {
            ArchTests tests = value(group, ArchTests.class);
            for (Field rule : tests.getDefinitionLocation().getDeclaredFields()) {
                if (rule.isAnnotationPresent(ArchTest.class)) {
                    rules.put(rule.getName(), value(rule, ArchRule.class));
                }
            }
        }
        return rules;
    }

    private static <T> T value(Field field, Class<T> type) {
        try {
            field.setAccessible(true);
            return type.cast(field.get(null));
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
