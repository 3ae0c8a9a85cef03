package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a turn of the epoch computes for each living subject: unwrap her key from below the old shard key, wrap it below the new one,
 * and open that again. One core does a million divided by the mean of them in a second; reading and writing the rows is not in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class RewrapBenchmark {

    private static final int VERSION = 1;
    private static final int OLD_EPOCH = 1;
    private static final int NEW_EPOCH = 2;

    private SubjectRef subject;
    private ShardKey from;
    private ShardKey to;
    private Rewrap rewrap;
    private byte[] wrapped;

    @Setup
    public void prepare() {
        subject = SubjectRef.of(random(SubjectRef.LENGTH));
        from = shardKey(OLD_EPOCH);
        to = shardKey(NEW_EPOCH);
        rewrap = new Rewrap(from, to);
        wrapped = from.wrap(subject, VERSION, KeyMaterial.takeOver(random(KeyMaterial.LENGTH)));
    }

    @Benchmark
    public byte[] rewrap() {
        return rewrap.apply(subject, VERSION, wrapped);
    }

    /** Not measured: whether what is measured gives the key back that was wrapped. */
    boolean keepsTheKey() {
        byte[] message = {1};
        return Arrays.equals(
                from.unwrap(subject, VERSION, wrapped).hmac(message),
                to.unwrap(subject, VERSION, rewrap()).hmac(message));
    }

    private ShardKey shardKey(int epoch) {
        return new ShardKey("cycle-service", epoch, subject.shard(), KeyMaterial.takeOver(random(KeyMaterial.LENGTH)));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
