package health.lunaria.audit.accessreview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A member in a review, sealed, and what was decided about her. */
@Entity
@Table(name = "access_review_item")
class ItemRow {

    @Id
    UUID id;

    @Column(name = "review_id", updatable = false)
    UUID reviewId;

    @Column(updatable = false)
    byte[] member;

    @Column(updatable = false)
    byte[] sealed;

    @Enumerated(EnumType.STRING)
    Decision decision;

    @Enumerated(EnumType.STRING)
    Reason reason;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_by")
    byte[] decidedBy;

    protected ItemRow() {}

    ItemRow(UUID id, UUID reviewId, byte[] member, byte[] sealed) {
        this.id = id;
        this.reviewId = reviewId;
        this.member = member;
        this.sealed = sealed;
    }
}
