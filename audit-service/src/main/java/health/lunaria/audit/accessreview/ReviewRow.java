package health.lunaria.audit.accessreview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A review. */
@Entity
@Table(name = "access_review")
class ReviewRow {

    @Id
    UUID id;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "opened_by", updatable = false)
    byte[] openedBy;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "closed_by")
    byte[] closedBy;

    protected ReviewRow() {}

    ReviewRow(UUID id, Instant openedAt, byte[] openedBy) {
        this.id = id;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
    }

    AccessReview toReview() {
        return new AccessReview(id, openedAt, closedAt);
    }
}
