package health.lunaria.safeguards.retention;

import health.lunaria.safeguards.problem.Causes;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Applies the rules of this service once a day, however often it is started, and reports what each did. A rule that fails is tried
 * again within the hour and keeps no other from running. Two processes may run one at once: they share the work, and report twice.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    private final List<RetentionRule> rules;
    private final RetentionReports reports;
    private final Clock clock = Clock.systemUTC();

    Retention(@All List<RetentionRule> rules, RetentionReports reports) {
        this.rules = List.copyOf(rules);
        this.reports = reports;
    }

    public List<RetentionRule> rules() {
        return rules;
    }

    @Scheduled(
            every = "${lunaria.retention.look:1h}",
            delayed = "${lunaria.retention.after-start:5m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Multi.createFrom()
                .iterable(rules)
                .onItem()
                .transformToUniAndConcatenate(rule -> runIfDue(rule).onFailure().recoverWithItem(failure -> {
                    LOG.warnf("What is past its time goes later, rule %s: %s", rule.name(), Causes.describe(failure));
                    return null;
                }))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> runIfDue(RetentionRule rule) {
        Instant now = now();
        return reports.last(rule.name())
                .chain(last -> last.filter(ran -> ran.plus(EVERY).isAfter(now)).isPresent()
                        ? Uni.createFrom().voidItem()
                        : run(rule, last, now).replaceWithVoid());
    }

    /** Applies a rule now, whenever it ran before. Outside of any transaction. */
    public Uni<RetentionReport> run(RetentionRule rule) {
        return reports.last(rule.name()).chain(last -> run(rule, last, now()));
    }

    private Uni<RetentionReport> run(RetentionRule rule, Optional<Instant> last, Instant now) {
        Instant before = now.minus(rule.terms().keep());
        return rule.due(before)
                .chain(counted -> apply(rule, before)
                        .map(deleted -> new RetentionReport(
                                rule.name(), last.orElse(null), now, before, counted, deleted, now.plus(EVERY))))
                .call(reports::add)
                .invoke(Retention::tell);
    }

    /** Batch by batch, each in a short transaction, and not more than a day should have. */
    private static Uni<Integer> apply(RetentionRule rule, Instant before) {
        AtomicInteger batches = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> rule.apply(before, BATCH))
                .repeat()
                .whilst(deleted -> deleted == BATCH && batches.incrementAndGet() < MOST_BATCHES)
                .collect()
                .with(Collectors.summingInt(deleted -> deleted));
    }

    private static void tell(RetentionReport report) {
        LOG.infof("Retention, rule %s: %d were due, %d went", report.rule(), report.counted(), report.deleted());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
