package health.lunaria.witness;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * How a witness runs.
 *
 * @param address where it listens: the loopback interface, unless {@code beyondLoopback} says otherwise
 * @param port 0 takes a free one
 * @param directory where its key and the latest checkpoints are kept; made when missing
 * @param name of the witness in its cosignatures, e.g. {@code witness.example/w1}
 * @param logs keys of the logs that it watches, named by their origins; several of one log are taken alike
 */
public record Config(
        InetAddress address,
        boolean beyondLoopback,
        int port,
        Path directory,
        String name,
        List<String> logs,
        Clock clock) {

    public Config {
        if (!address.isLoopbackAddress() && !beyondLoopback) {
            throw new IllegalArgumentException(
                    "It listens on the loopback interface only, unless beyond-loopback is true");
        }
        if (!VerifierKey.isName(name)) {
            throw new IllegalArgumentException("The name has neither spaces nor a plus");
        }
        logs = List.copyOf(logs);
    }
}
