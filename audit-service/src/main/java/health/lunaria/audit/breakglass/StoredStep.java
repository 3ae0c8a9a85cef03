package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.identity.SubjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * A step, taken or refused.
 *
 * @param logIndex of the event that it left in the log
 * @param grant {@code null} for a request that was refused
 * @param person who tried, as the register's pseudonym
 * @param refusedBy slug of the problem; {@code null} if it was taken
 */
record StoredStep(long logIndex, UUID grant, SubjectRef person, String step, String refusedBy, Instant at) {}
