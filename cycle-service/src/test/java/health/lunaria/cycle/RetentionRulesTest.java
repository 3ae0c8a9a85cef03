package health.lunaria.cycle;

import health.lunaria.safeguards.testing.RetentionContract;
import health.lunaria.safeguards.testing.ServiceTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class RetentionRulesTest extends RetentionContract {}
