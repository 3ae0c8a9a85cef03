package health.lunaria.safeguards.retention;

import java.time.Instant;

/**
 * What one run of a rule did. Nothing in it is about a person.
 *
 * @param since when the rule ran before; {@code null} at the first time
 * @param until when it ran this time
 * @param before what is older than this was to go
 * @param counted how many were to go
 * @param deleted how many went; the others go with the next run, or by what the rule names
 * @param next when it runs again
 */
public record RetentionReport(
        String rule, Instant since, Instant until, Instant before, long counted, long deleted, Instant next) {}
