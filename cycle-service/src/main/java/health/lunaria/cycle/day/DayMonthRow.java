package health.lunaria.cycle.day;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One sealed month of one subject. */
@Entity
@Table(name = "day_month")
class DayMonthRow {

    @Id
    UUID id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(updatable = false)
    byte[] locator;

    /** The subject's revision at which this month was last written. */
    long revision;

    byte[] sealed;

    protected DayMonthRow() {}

    DayMonthRow(byte[] subjectRef, byte[] locator) {
        this.id = UUID.randomUUID();
        this.subjectRef = subjectRef;
        this.locator = locator;
    }
}
