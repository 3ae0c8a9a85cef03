package health.lunaria.safeguards.tasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A task on its way to the queue. */
@Entity
@Table(name = "task_outbox")
class TaskOutboxRow {

    @Id
    @Column(name = "task_id")
    UUID taskId;

    @Column(name = "not_before")
    Instant notBefore;

    protected TaskOutboxRow() {}

    TaskOutboxRow(UUID taskId, Instant notBefore) {
        this.taskId = taskId;
        this.notBefore = notBefore;
    }
}
