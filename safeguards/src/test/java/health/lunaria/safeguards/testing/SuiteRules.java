package health.lunaria.safeguards.testing;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import health.lunaria.safeguards.testing.rules.ConfidentialityRules;
import health.lunaria.safeguards.testing.rules.CryptographyRules;
import health.lunaria.safeguards.testing.rules.EndpointRules;
import health.lunaria.safeguards.testing.rules.EntityRules;
import health.lunaria.safeguards.testing.rules.QueueRules;
import health.lunaria.safeguards.testing.rules.ReactiveRules;
import health.lunaria.safeguards.testing.rules.StyleRules;

/**
 * What holds for the main code of every service. Each has an {@code ArchitectureTest} that applies these rules to it.
 * That each rule finds what it forbids is tested in {@code SuiteRulesTest}.
 */
public final class SuiteRules {

    @ArchTest
    static final ArchTests ENDPOINTS = ArchTests.in(EndpointRules.class);

    @ArchTest
    static final ArchTests ENTITIES = ArchTests.in(EntityRules.class);

    @ArchTest
    static final ArchTests CRYPTOGRAPHY = ArchTests.in(CryptographyRules.class);

    @ArchTest
    static final ArchTests QUEUE = ArchTests.in(QueueRules.class);

    @ArchTest
    static final ArchTests CONFIDENTIALITY = ArchTests.in(ConfidentialityRules.class);

    @ArchTest
    static final ArchTests REACTIVE = ArchTests.in(ReactiveRules.class);

    @ArchTest
    static final ArchTests STYLE = ArchTests.in(StyleRules.class);

    private SuiteRules() {}
}
