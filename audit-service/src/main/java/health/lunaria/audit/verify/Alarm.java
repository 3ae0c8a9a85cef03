package health.lunaria.audit.verify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells of each finding when a run has it that the run before did not have: in the log, and to the {@link IncidentSink}. As
 * {@code lunaria.audit.verification.findings} how many the last run had, as {@code lunaria.audit.verification.succeeded} when
 * the last run ended without any (seconds of the epoch; a run that could not be done is none), as {@code
 * lunaria.audit.verification.size} how many leaves are verified.
 */
@ApplicationScoped
class Alarm {

    private static final Logger LOG = Logger.getLogger(Alarm.class);
    /** One changed leaf spoils everything behind it: the first ones say where it began. */
    private static final int MOST = 100;

    private final IncidentSink sink;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong size = new AtomicLong();
    private volatile Set<Finding> told = Set.of();

    Alarm(IncidentSink sink, MeterRegistry registry) {
        this.sink = sink;
        Gauge.builder("lunaria.audit.verification.findings", () -> told.size())
                .description("What the last run found wrong in the log")
                .register(registry);
        Gauge.builder("lunaria.audit.verification.succeeded", succeeded, AtomicLong::get)
                .description("When a run last found nothing wrong, in seconds of the epoch")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("lunaria.audit.verification.size", size, AtomicLong::get)
                .description("Leaves of the log that are verified")
                .register(registry);
    }

    /** A finding that the sink did not take is told again by the next run. */
    Uni<Void> tell(Verdict verdict) {
        if (verdict.isGood()) {
            succeeded.set(clock.instant().getEpochSecond());
            size.set(verdict.verified().published().size());
        }
        Set<Finding> found =
                verdict.findings().stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Finding> fresh =
                found.stream().filter(finding -> !told.contains(finding)).toList();
        return Multi.createFrom()
                .iterable(fresh)
                .onItem()
                .transformToUniAndConcatenate(this::tell)
                .onItem()
                .ignoreAsUni()
                .invoke(() -> told = Set.copyOf(found));
    }

    private Uni<Void> tell(Finding finding) {
        LOG.errorf("The log is not as it must be: %s %s at %d", finding.kind(), finding.source(), finding.position());
        return sink.raise(finding);
    }
}
