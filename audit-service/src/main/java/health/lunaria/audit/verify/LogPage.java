package health.lunaria.audit.verify;

import health.lunaria.audit.verify.NodeRow.Place;
import java.util.List;
import java.util.Map;

/**
 * A stretch of the log as it is stored: what belongs to trees that are larger than {@code from} and not larger than
 * {@code to}.
 */
record LogPage(
        long from, long to, List<LeafRow> leaves, Map<Place, byte[]> nodes, Map<Long, CheckpointRow> checkpoints) {}
