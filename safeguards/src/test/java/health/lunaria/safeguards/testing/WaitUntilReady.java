package health.lunaria.safeguards.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Lets no test begin before the service says that it is ready, as no request would come from the gateway before: the
 * service loads its own keys after its start, and answers 503 until then.
 */
public final class WaitUntilReady implements QuarkusTestBeforeEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        String ready = ConfigProvider.getConfig().getValue("test.management.url", String.class) + "/health/ready";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (RestAssured.get(ready).statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The service did not become ready");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
