package health.lunaria.safeguards.tasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A task as it is submitted and looked at; the workers change rows by {@link TaskLeases}. */
@Entity
@Table(name = "task")
class TaskRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(updatable = false)
    String kind;

    @Enumerated(EnumType.STRING)
    TaskState state = TaskState.WAITING;

    int attempt;

    long revision;

    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(updatable = false)
    byte[] subject;

    @Column(updatable = false)
    byte[] input;

    byte[] progress;

    byte[] checkpoint;

    byte[] result;

    byte[] problem;

    protected TaskRow() {}

    TaskRow(UUID id, byte[] subjectRef, String kind, Instant now) {
        this.id = id;
        this.subjectRef = subjectRef;
        this.kind = kind;
        this.createdAt = now;
        this.updatedAt = now;
        this.queuedAt = now;
    }
}
