package health.lunaria.audit.breakglass;

import java.util.List;

/**
 * Some entries of a list, latest first.
 *
 * @param next cursor of the next page; {@code null} on the last one
 */
record StepPage<T>(List<T> entries, String next) {}
