package health.lunaria.benchmarks;

/** What was measured of one operation. */
record Measured(String operation, Sample sample) {}
