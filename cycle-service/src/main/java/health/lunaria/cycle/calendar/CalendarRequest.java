package health.lunaria.cycle.calendar;

import health.lunaria.safeguards.redaction.Confidential;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much the feed is to tell. */
@Confidential
record CalendarRequest(
        @Schema(description = "event if left out", defaultValue = "event")
        Detail detail) {

    CalendarRequest {
        detail = detail == null ? Detail.EVENT : detail;
    }

    @Override
    public String toString() {
        return "CalendarRequest[redacted]";
    }
}
