package health.lunaria.audit.verify;

/** A row of the table of checkpoints. */
record CheckpointRow(long size, byte[] root, String note, long publishedAtMicros) {}
