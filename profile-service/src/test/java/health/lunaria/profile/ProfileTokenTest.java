package health.lunaria.profile;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.TokenContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class ProfileTokenTest extends TokenContract {

    @Override
    protected String userRoute() {
        return "/v1/profile/consents";
    }
}
