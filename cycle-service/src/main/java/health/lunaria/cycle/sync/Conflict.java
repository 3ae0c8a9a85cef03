package health.lunaria.cycle.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field that two devices changed differently. What the first one wrote stays; the second one is told, so that it can ask
 * its user and send the change again, based on the revision that it knows by then.
 *
 * @param field name of the field
 * @param yours what the device sent; null if it cleared the field
 * @param theirs what is stored; null if the field was cleared
 */
@Confidential
@JsonInclude(JsonInclude.Include.ALWAYS)
record Conflict(
        LocalDate date,
        String field,

        @Schema(description = "What you sent", nullable = true)
        Object yours,

        @Schema(description = "What is stored", nullable = true)
        Object theirs) {

    static Conflict of(LocalDate date, String field, Object yours, Object theirs) {
        return new Conflict(date, field, json(yours), json(theirs));
    }

    /** As the field is written in a day. */
    private static Object json(Object value) {
        return value instanceof LocalTime time ? time.toString() : value;
    }

    @Override
    public String toString() {
        return "Conflict[redacted]";
    }
}
