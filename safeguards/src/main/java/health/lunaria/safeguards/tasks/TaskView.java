package health.lunaria.safeguards.tasks;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** What is read of a row to tell how a task goes: neither its input nor, both may be large, its result. */
@RegisterForReflection
record TaskView(
        UUID id,
        String kind,
        TaskState state,
        int attempt,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        byte[] progress,
        byte[] problem) {}
