package health.lunaria.safeguards.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A queue for the tasks of a service, beside {@link ServiceTestResource}, with times as short as a test wants them. */
public final class QueueTestResource implements QuarkusTestResourceLifecycleManager {

    /** After {@link ServiceTestResource}, which says that there is none. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = new HashMap<>(TestQueue.start().properties());
        properties.put("lunaria.tasks.concurrency", "4");
        properties.put("lunaria.tasks.receive-wait", "1s");
        properties.put("lunaria.tasks.lease", "3s");
        properties.put("lunaria.tasks.heartbeat", "1s");
        properties.put("lunaria.tasks.sweep", "1s");
        properties.put("lunaria.tasks.min-retry-pause", "10ms");
        properties.put("lunaria.tasks.max-retry-pause", "100ms");
        properties.put("lunaria.tasks.max-back-off", "1s");
        return properties;
    }

    /** Shared by all tests of the run; it ends with its JVM. */
    @Override
    public void stop() {}
}
