package health.lunaria.benchmarks;

/** How long proofs took in the service, from the tables to the hashes, in milliseconds. */
record ProofTimes(double p50, double p99) {}
