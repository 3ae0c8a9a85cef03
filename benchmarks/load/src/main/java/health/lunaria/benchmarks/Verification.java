package health.lunaria.benchmarks;

/**
 * The verifier's way through a log that grew faster than it reads.
 *
 * @param leaves that it verified while it was watched
 * @param seconds that this took, the verifier's pauses among them
 * @param findings of the whole run
 */
record Verification(long leaves, double seconds, long findings) {}
