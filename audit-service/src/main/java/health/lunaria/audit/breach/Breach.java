package health.lunaria.audit.breach;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A breach of personal data as it is recorded (GDPR 33(5)). What was recorded stays: marks and extensions are added only.
 *
 * @param by who declared it
 */
@Confidential
public record Breach(
        Facts facts, List<Done> done, List<Extension> extensions, Exemption exemption, Instant declaredAt, String by) {

    static final int MOST_EXTENSIONS = 100;

    public Breach {
        done = done == null ? List.of() : List.copyOf(done);
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
    }

    static Breach declared(Facts facts, Instant now, String by) {
        return new Breach(facts, List.of(), List.of(), null, now, by);
    }

    Optional<Instant> done(String clock) {
        return done.stream()
                .filter(mark -> mark.clock().equals(clock))
                .map(Done::at)
                .findFirst();
    }

    boolean isUnintelligible() {
        return exemption != null && exemption.keyState() != Exemption.KeyState.REACHED;
    }

    Breach with(Facts changed) {
        return new Breach(changed, done, extensions, exemption, declaredAt, by);
    }

    Breach with(Done mark) {
        return new Breach(
                facts, Stream.concat(done.stream(), Stream.of(mark)).toList(), extensions, exemption, declaredAt, by);
    }

    Breach with(Extension extension) {
        return new Breach(
                facts,
                done,
                Stream.concat(extensions.stream(), Stream.of(extension)).toList(),
                exemption,
                declaredAt,
                by);
    }

    Breach with(Exemption other) {
        return new Breach(facts, done, extensions, other, declaredAt, by);
    }

    @Override
    public String toString() {
        return "Breach[redacted]";
    }
}
