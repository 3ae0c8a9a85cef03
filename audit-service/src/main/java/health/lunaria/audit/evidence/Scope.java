package health.lunaria.audit.evidence;

/**
 * What a bundle is about.
 *
 * @param seed the auditor's own, from which it follows what is sampled
 */
record Scope(Period period, String seed) {}
