package health.lunaria.safeguards.testing.rules;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.WithoutStanding;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Who may call what. */
public final class EndpointRules {

    private static final List<String> OPEN =
            List.of("/webhooks/", "/feeds/", "/v1/audit/log", "/v1/profile/erasure/receipts");

    private static final String NO_TOKEN =
            "only payment stores, whose signature is checked, and calendar apps, whose address is the secret, call without"
                    + " a token or certificate of ours; everybody may check the log, which names nobody; and whoever was erased has no"
                    + " token to fetch her receipt with";

    static final DescribedPredicate<JavaMethod> ENDPOINT = DescribedPredicate.describe(
            "are endpoints",
            method -> (method.isMetaAnnotatedWith(HttpMethod.class) || method.isAnnotatedWith(Path.class))
                    && !isOfClients(method.getOwner()));

    private static final DescribedPredicate<JavaMethod> SAYS_WHO_MAY_CALL_IT = DescribedPredicate.describe(
            "open to named roles", method -> namesCallers(method) || namesCallers(method.getOwner()));

    private static final DescribedPredicate<JavaMethod> OPEN_TO_STAFF =
            DescribedPredicate.describe("open to a role of the staff", EndpointRules::isOpenToStaff);

    private static final DescribedPredicate<JavaMethod> SAYS_HOW_STANDING_IS_ASKED = DescribedPredicate.describe(
            "marked with how standing is asked",
            method -> saysHowStandingIsAsked(method) || saysHowStandingIsAsked(method.getOwner()));

    private static final DescribedPredicate<JavaMember> BELOW_AN_OPEN_PATH =
            DescribedPredicate.describe("below one of " + OPEN, member -> isOpen(member.getOwner()));

    @ArchTest
    static final ArchRule ENDPOINTS_SAY_WHO_MAY_CALL_THEM = methods()
            .that(ENDPOINT)
            .should(be(SAYS_WHO_MAY_CALL_IT))
            .allowEmptyShould(true)
            .because("what was forgotten would be open to every authenticated caller: name the roles, or @DenyAll");

    @ArchTest
    static final ArchRule ONLY_WHAT_NEEDS_NO_TOKEN_IS_OPEN = classes()
            .that()
            .areAnnotatedWith(PermitAll.class)
            .should(be(DescribedPredicate.describe("below one of " + OPEN, EndpointRules::isOpen)))
            .allowEmptyShould(true)
            .because(NO_TOKEN);

    @ArchTest
    static final ArchRule ONLY_METHODS_OF_WEBHOOKS_FEEDS_AND_THE_PUBLIC_LOG_ARE_OPEN = members()
            .that()
            .areAnnotatedWith(PermitAll.class)
            .should(be(BELOW_AN_OPEN_PATH))
            .allowEmptyShould(true)
            .because(NO_TOKEN);

    @ArchTest
    static final ArchRule STAFF_ROUTES_SAY_HOW_STANDING_IS_ASKED = methods()
            .that(ENDPOINT.and(OPEN_TO_STAFF))
            .should(be(SAYS_HOW_STANDING_IS_ASKED))
            .allowEmptyShould(true)
            .because("no role of the staff works with an expired training or acknowledgement: @InGoodStanding, or"
                    + " @WithoutStanding and the reason");

    private EndpointRules() {}

    /** A client of another service, or what nothing but such clients extend. */
    private static boolean isOfClients(JavaClass owner) {
        return owner.isAnnotatedWith(RegisterRestClient.class)
                || !owner.getSubclasses().isEmpty()
                        && owner.getSubclasses().stream()
                                .allMatch(client -> client.isAnnotatedWith(RegisterRestClient.class));
    }

    /** Of two annotations the method's counts, as it does at run time. */
    private static boolean isOpenToStaff(JavaMethod method) {
        return method.tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> method.isAnnotatedWith(DenyAll.class) || method.isAnnotatedWith(PermitAll.class)
                        ? Optional.empty()
                        : method.getOwner().tryGetAnnotationOfType(RolesAllowed.class))
                .filter(roles -> Arrays.stream(roles.value()).anyMatch(Roles.STAFF::contains))
                .isPresent();
    }

    private static boolean saysHowStandingIsAsked(CanBeAnnotated element) {
        return element.isAnnotatedWith(InGoodStanding.class) || element.isAnnotatedWith(WithoutStanding.class);
    }

    private static boolean namesCallers(CanBeAnnotated element) {
        return element.isAnnotatedWith(RolesAllowed.class)
                || element.isAnnotatedWith(PermitAll.class)
                || element.isAnnotatedWith(DenyAll.class);
    }

    private static boolean isOpen(JavaClass resource) {
        return resource.tryGetAnnotationOfType(Path.class)
                .filter(path -> OPEN.stream().anyMatch(path.value()::startsWith))
                .isPresent();
    }
}
