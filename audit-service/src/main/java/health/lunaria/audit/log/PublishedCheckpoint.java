package health.lunaria.audit.log;

/**
 * A checkpoint that was given out.
 *
 * @param note signed by the log, and by witnesses where there are any
 */
public record PublishedCheckpoint(long size, byte[] root, String note) {}
