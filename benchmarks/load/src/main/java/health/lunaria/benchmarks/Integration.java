package health.lunaria.benchmarks;

/**
 * What was measured while events were delivered in batches of one size.
 *
 * @param batch how many events were delivered at once
 * @param integrated each batch until it was answered: its events have their places and are durable
 * @param published each batch until a checkpoint covered it
 * @param serviceSeconds that processors worked for audit-service
 * @param databaseSeconds that processors worked for PostgreSQL
 * @param stored bytes by which the database grew
 * @param writtenAhead bytes of write-ahead log
 */
record Integration(
        int batch,
        Sample integrated,
        Sample published,
        double serviceSeconds,
        double databaseSeconds,
        long stored,
        long writtenAhead) {

    long events() {
        return (long) integrated.count() * batch;
    }

    double eventsPerSecond() {
        return integrated.throughput() * batch;
    }

    /** What so much would have been for a million events. */
    double perMillion(double amount) {
        return amount * 1e6 / events();
    }

    Cost costPerMillion() {
        return Cost.of(
                perMillion(serviceSeconds), perMillion(databaseSeconds), perMillion(stored), perMillion(writtenAhead));
    }
}
