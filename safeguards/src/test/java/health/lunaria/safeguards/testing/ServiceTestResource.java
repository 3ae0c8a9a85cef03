package health.lunaria.safeguards.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service needs around it: PostgreSQL with its two databases, a key management service, a key for access tokens.
 * The address of an object store is known; a test that needs one starts {@link TestFiles}. The other services are not there: nobody listens where they are said to be.
 */
public final class ServiceTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String LOG = "log.test.example/audit";
    private static final String NOBODY = "http://127.0.0.1:9";

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = new HashMap<>();
        properties.putAll(TestDatabases.start().properties());
        properties.putAll(TestKms.start().properties());
        properties.putAll(TestFiles.properties());
        properties.put("lunaria.audit.log.origin", LOG);
        properties.put("lunaria.audit.verification.key", TestKms.start().verifierKey(LOG));
        properties.put("lunaria.audit.log.signing-key", TestKms.start().signingKeyId());
        properties.put("lunaria.profile.receipt.signing-key", TestKms.start().signingKeyId());
        properties.put("lunaria.test.public-key", Tokens.publicKey());
        properties.put("lunaria.oidc.issuer", Tokens.ISSUER);
        properties.put("lunaria.provider.realm-url", NOBODY);
        properties.put("lunaria.provider.admin-url", NOBODY);
        properties.put("lunaria.provider.client-secret", "nobody-asks");
        properties.put("lunaria.peers.profile", NOBODY);
        properties.put("lunaria.peers.cycle", NOBODY);
        properties.put("lunaria.peers.billing", NOBODY);
        properties.put("lunaria.peers.audit", NOBODY);
        properties.putAll(TestQueue.properties(NOBODY));
        return properties;
    }

    /** Databases and keys are shared by all tests of the run and end with its JVM. */
    @Override
    public void stop() {}
}
