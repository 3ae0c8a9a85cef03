package health.lunaria.audit.erasure;

import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.SubjectDataContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class AuditSubjectDataTest extends SubjectDataContract {
    AuditSubjectDataTest() {
        super("break_glass", "workforce_member", "workforce_expiry", "workforce_reminder");
    }
}
