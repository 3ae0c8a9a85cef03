package health.lunaria.safeguards.testing.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.inject.Inject;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Habits that keep the code testable and its output in one place. */
public final class StyleRules {

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .orShould()
            .beAnnotatedWith(RestClient.class)
            .because("a constructor says what a class needs, and a test can call it");

    @ArchTest
    static final ArchRule NOBODY_USES_THE_OLD_DATES = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class))
            .because("java.time tells instants from calendar dates");

    @ArchTest
    static final ArchRule NOBODY_WRITES_TO_THE_CONSOLE =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
                    "the console is the JSON log, behind its filters");

    private StyleRules() {}
}
