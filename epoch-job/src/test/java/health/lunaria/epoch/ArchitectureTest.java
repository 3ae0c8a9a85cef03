package health.lunaria.epoch;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import health.lunaria.safeguards.testing.rules.ConfidentialityRules;
import health.lunaria.safeguards.testing.rules.CryptographyRules;

/** Those rules of the services that are not about a server. */
@AnalyzeClasses(
        packages = "health.lunaria.epoch",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {

    @ArchTest
    static final ArchTests CRYPTOGRAPHY = ArchTests.in(CryptographyRules.class);

    @ArchTest
    static final ArchTests CONFIDENTIALITY = ArchTests.in(ConfidentialityRules.class);
}
