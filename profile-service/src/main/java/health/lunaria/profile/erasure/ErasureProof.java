package health.lunaria.profile.erasure;

/**
 * What whoever knows an erasure's id is told of it.
 *
 * @param receipt JSON; {@code null} while it is not done
 */
record ErasureProof(ErasureState state, String receipt) {}
