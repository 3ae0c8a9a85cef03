package health.lunaria.benchmarks;

import java.util.UUID;

/**
 * A batch that was answered: its events have their places and are durable.
 *
 * @param last id of its last event
 * @param sent when, in microseconds of the epoch
 * @param took until the answer, in nanoseconds
 */
record Delivery(UUID last, long sent, long took) {}
