package health.lunaria.billing.erasure;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.SubjectDataContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class BillingSubjectDataTest extends SubjectDataContract {}
