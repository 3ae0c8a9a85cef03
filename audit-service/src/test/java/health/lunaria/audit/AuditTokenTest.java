package health.lunaria.audit;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.TokenContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AuditTokenTest extends TokenContract {

    @Override
    protected String userRoute() {
        return "/v1/audit/access-log";
    }
}
