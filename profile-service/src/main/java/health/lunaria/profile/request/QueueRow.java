package health.lunaria.profile.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An open request in the queue of the staff, with its sealed {@link QueueEntry}; deleted when the request is closed. */
@Entity
@Table(name = "data_request_queue")
class QueueRow {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    State state;

    /** What comes next: the confirmation or the answer. */
    @Column(name = "due_at")
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    Stage stage;

    @Column(updatable = false)
    byte[] sealed;

    protected QueueRow() {}

    QueueRow(UUID id, byte[] sealed) {
        this.id = id;
        this.sealed = sealed;
    }

    /** A later date is calm again; the next sweep looks at it. */
    void show(State newState, Instant newDueAt) {
        stage = newDueAt.equals(dueAt) ? stage : Stage.CALM;
        state = newState;
        dueAt = newDueAt;
    }
}
