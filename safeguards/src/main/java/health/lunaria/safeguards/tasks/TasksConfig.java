package health.lunaria.safeguards.tasks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Settings of a service that has tasks. One has them when it is built with {@code lunaria.tasks.enabled=true} (and adds
 * {@code db/tasks/migration} to its Flyway locations): at build time, so that other services carry no client of a queue, and a
 * service with tasks whose queue was forgotten in a deployment does not start, rather than silently doing none.
 */
@ConfigMapping(prefix = "lunaria.tasks")
interface TasksConfig {

    String ENABLED = "lunaria.tasks.enabled";

    @WithDefault("false")
    boolean enabled();

    /** The queue's dead-letter queue and its limit of receives are read from its redrive policy. */
    String queueUrl();

    /** Tasks that run at once in this process. */
    @WithDefault("2")
    int concurrency();

    /** How long a receive waits for a message, at most 20 s. */
    @WithDefault("10s")
    Duration receiveWait();

    /** How long a task stays with a worker that says nothing; a killed worker's task goes on after it. */
    @WithDefault("30s")
    Duration lease();

    /** How often leases are extended: a fraction of {@link #lease()}, at least 1 s. */
    @WithDefault("10s")
    Duration heartbeat();

    /** A run that takes longer is broken off and counts as failed. At most 11 h, what a queue allows. */
    @WithDefault("1h")
    Duration runTimeout();

    /** Pause after the first failed attempt; doubles with each further one, with jitter, up to {@link #maxRetryPause()}. */
    @WithDefault("1m")
    Duration minRetryPause();

    @WithDefault("15m")
    Duration maxRetryPause();

    /** Unfinished tasks that one person may have of one kind; more are refused with {@code too-many-tasks}. */
    @WithDefault("5")
    int maxUnfinished();

    /** A task that is still unfinished so long after it was handed to the queue, and that nobody runs, is handed over again. */
    @WithDefault("1h")
    Duration requeueAfter();

    /** How often that is looked for. */
    @WithDefault("1m")
    Duration sweep();

    /** When finished tasks are deleted, with what they left. */
    @WithDefault("30d")
    Duration retention();

    /** How long running tasks may still run at a shutdown before they are given back. */
    @WithDefault("10s")
    Duration shutdownGrace();

    /** Pause after a failed call of the queue; doubles with each further failure, up to {@link #maxBackOff()}. */
    @WithDefault("1s")
    Duration minBackOff();

    @WithDefault("30s")
    Duration maxBackOff();
}
