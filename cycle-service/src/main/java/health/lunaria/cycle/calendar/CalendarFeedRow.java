package health.lunaria.cycle.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One subject's sealed {@link CalendarFeed}. */
@Entity
@Table(name = "calendar_feed")
class CalendarFeedRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(name = "secret_ref")
    byte[] secretRef;

    long revision;

    byte[] sealed;

    protected CalendarFeedRow() {}

    CalendarFeedRow(byte[] subjectRef) {
        this.id = UUID.randomUUID();
        this.subjectRef = subjectRef;
    }
}
