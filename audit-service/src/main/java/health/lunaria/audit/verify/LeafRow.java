package health.lunaria.audit.verify;

import java.util.UUID;

/** A row of the table of leaves. */
record LeafRow(long index, UUID eventId, byte[] leaf, byte[] hash, long integratedAtMicros) {}
