package health.lunaria.profile.erasure;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.SubjectDataContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ProfileSubjectDataTest extends SubjectDataContract {
    ProfileSubjectDataTest() {
        super("erasure_order", "account_link");
    }
}
