package health.lunaria.benchmarks;

/**
 * What something would cost in a cloud, in dollars, on paper: by figures of another machine and by list prices of 2026, of
 * which none is the price that somebody pays.
 *
 * @param service processors of audit-service
 * @param database processors of the database
 * @param requests of the database to its storage
 * @param storage a month of keeping what was stored
 */
record Cost(double service, double database, double requests, double storage) {

    /** The prices, for people. */
    static final String ASSUMPTIONS = """
            Assumed list prices (AWS, us-east-1, on demand, June 2026, no discount): a processor of EC2 $0.0408 an hour (half of
            an m7g.large), one of Aurora PostgreSQL $0.138 an hour (half of a db.r7g.large), Aurora Standard $0.20 per million
            requests to storage, of 4 KiB of write-ahead log each, and $0.10 per GB and month. Processors are assumed to be busy
            half of the time that is paid for, and to be as fast as these. Replicas, backups and traffic between zones are left
            out.
            """;

    private static final double SERVICE_PROCESSOR_HOUR = 0.0816 / 2;
    private static final double DATABASE_PROCESSOR_HOUR = 0.276 / 2;
    private static final double BUSY = 0.5;
    private static final double MILLION_REQUESTS = 0.20;
    private static final double REQUEST_BYTES = 4096;
    private static final double GIGABYTE_MONTH = 0.10;
    private static final double SECONDS_PER_HOUR = 3600;

    static Cost of(double serviceSeconds, double databaseSeconds, double storedBytes, double writtenAheadBytes) {
        return new Cost(
                serviceSeconds / BUSY / SECONDS_PER_HOUR * SERVICE_PROCESSOR_HOUR,
                databaseSeconds / BUSY / SECONDS_PER_HOUR * DATABASE_PROCESSOR_HOUR,
                writtenAheadBytes / REQUEST_BYTES / 1e6 * MILLION_REQUESTS,
                storedBytes / 1e9 * GIGABYTE_MONTH);
    }

    /** Once, without what keeping it costs. */
    double once() {
        return service + database + requests;
    }
}
