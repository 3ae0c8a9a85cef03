package health.lunaria.safeguards.testing.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import health.lunaria.safeguards.encryption.JobKeyring;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Random;
import java.util.SplittableRandom;

/** Ciphers, keys and KMS have one home. */
public final class CryptographyRules {

    private static final String ENCRYPTION = "health.lunaria.safeguards.encryption..";

    @ArchTest
    static final ArchRule ONLY_ENCRYPTION_KNOWS_CIPHERS_AND_KMS = noClasses()
            .that()
            .resideOutsideOfPackage(ENCRYPTION)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "javax.crypto..",
                            "com.google.crypto.tink..",
                            "software.amazon.awssdk.services.kms..",
                            "org.bouncycastle..")
                    .or(belongToAnyOf(
                            Signature.class,
                            KeyFactory.class,
                            KeyPairGenerator.class,
                            KeyStore.class,
                            AlgorithmParameters.class)))
            .because("there is one audited path for keys and sealed records; use SealedColumn and SubjectKeys");

    @ArchTest
    static final ArchRule NO_SERVICE_TURNS_EPOCHS = noClasses()
            .that()
            .resideOutsideOfPackages(ENCRYPTION, "health.lunaria.epoch..")
            .should()
            .dependOnClassesThat(belongToAnyOf(JobKeyring.class))
            .allowEmptyShould(true)
            .because("making and deleting KMS keys is the right of a job of its own, with its own identity");

    @ArchTest
    static final ArchRule ONLY_HASHES_DIGEST = noClasses()
            .that()
            .resideOutsideOfPackage(ENCRYPTION)
            .and()
            .haveSimpleNameNotEndingWith("Hash")
            .should()
            .dependOnClassesThat(belongToAnyOf(MessageDigest.class))
            .because(
                    "an unkeyed digest of what a user wrote can be guessed: a class for public formats is named …Hash");

    @ArchTest
    static final ArchRule NOTHING_IS_GUESSABLE = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class))
            .because("identifiers and keys come from SecureRandom");

    private CryptographyRules() {}
}
