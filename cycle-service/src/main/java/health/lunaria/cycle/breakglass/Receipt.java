package health.lunaria.cycle.breakglass;

import health.lunaria.safeguards.identity.Subject;

/**
 * That an exception was used, without which nothing is opened.
 *
 * @param subject whose data may be read
 * @param role of whom reads it
 * @param logIndex where the transparency log tells of it
 */
record Receipt(Subject subject, String role, long logIndex) {}
