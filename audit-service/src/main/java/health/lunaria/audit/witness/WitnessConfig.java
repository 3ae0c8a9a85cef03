package health.lunaria.audit.witness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the log's witness is. Without one, neither address nor key is given. */
@ConfigMapping(prefix = "lunaria.audit.log.witness")
interface WitnessConfig {

    /** To which {@code /add-checkpoint} is added. Over TLS, unless it is on this machine. */
    Optional<URI> url();

    /** Its vkey, of type 0x04. */
    Optional<String> key();

    /** From the question to the end of the answer. */
    @WithDefault("3s")
    Duration timeout();
}
