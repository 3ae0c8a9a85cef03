package health.lunaria.profile.erasure;

import java.time.Instant;
import java.util.UUID;

/**
 * An erasure as the person who ordered it sees it.
 *
 * @param id of its receipt; whoever knows it can fetch that without an account
 * @param startsAt until then it can be cancelled
 */
record ErasureOrder(UUID id, ErasureState state, Instant requestedAt, Instant startsAt) {}
