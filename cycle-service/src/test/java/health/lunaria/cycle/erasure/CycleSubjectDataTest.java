package health.lunaria.cycle.erasure;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.SubjectDataContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class CycleSubjectDataTest extends SubjectDataContract {}
