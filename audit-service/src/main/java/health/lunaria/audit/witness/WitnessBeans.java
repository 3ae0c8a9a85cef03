package health.lunaria.audit.witness;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The configured witness, or nobody. */
class WitnessBeans {

    /** A wrong key or address is noticed at the start, not at the first checkpoint. */
    @Produces
    @Singleton
    @Startup
    Witness witness(WitnessConfig config, Vertx vertx) {
        if (config.url().isEmpty() && config.key().isEmpty()) {
            return (oldSize, consistencyProof, signedNote) -> Uni.createFrom().item(Optional.empty());
        }
        return new HttpWitness(
                vertx,
                config.url().orElseThrow(() -> missing("url")),
                WitnessKey.parse(config.key().orElseThrow(() -> missing("key"))),
                config.timeout());
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("lunaria.audit.log.witness." + name + " is missing: give both or neither");
    }
}
