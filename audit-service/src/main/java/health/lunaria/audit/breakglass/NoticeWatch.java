package health.lunaria.audit.breakglass;

import health.lunaria.audit.incident.IncidentReports;
import health.lunaria.audit.incident.Report;
import health.lunaria.audit.incident.Severity;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Opens an incident for each user who was not told in time. A crash in between is heard of twice, in one incident. */
@ApplicationScoped
class NoticeWatch {

    private static final String NAME = "break-glass";
    private static final int BATCH = 50;

    private final NoticeRows rows;
    private final IncidentReports incidents;
    private final Clock clock;
    private final Drain drain;

    NoticeWatch(NoticeRows rows, IncidentReports incidents, Clock clock) {
        this.rows = rows;
        this.incidents = incidents;
        this.clock = clock;
        this.drain = new Drain(
                "Notices of break-glass", new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30)), this::raiseBatch);
    }

    @Scheduled(every = "${lunaria.break-glass.sweep:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return drain.run();
    }

    private Uni<Boolean> raiseBatch() {
        return rows.overdue(clock.instant(), BATCH).call(this::raise).map(found -> found.size() == BATCH);
    }

    /** One after the other. */
    private Uni<Void> raise(List<NoticeRows.Waiting> overdue) {
        return Multi.createFrom()
                .iterable(overdue)
                .onItem()
                .transformToUniAndConcatenate(notice ->
                        incidents.raise(report(notice)).chain(() -> rows.raised(notice.grant(), clock.instant())))
                .onItem()
                .ignoreAsUni();
    }

    private static Report report(NoticeRows.Waiting notice) {
        return new Report(
                Severity.MEDIUM,
                "A user was not told in time of an access to her data",
                "Exception " + notice.grant() + ", due at " + notice.dueAt(),
                null,
                NAME + " notice " + notice.grant(),
                NAME);
    }
}
