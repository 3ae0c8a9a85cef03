package health.lunaria.audit.event;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.log.Source;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Events that a service reports, 1 to 1,024. Which service it is, its certificate says.
 *
 * @param outbox where they come from; a service that keeps none may leave it out
 */
@Confidential
record EventsRequest(
        UUID outbox,

        @NotNull(message = "missing") @Size(min = 1, max = 1024, message = "wrong-count")
        List<@NotNull(message = "missing") @Valid Item> events) {

    List<Report> toReports(String service) {
        return events.stream().map(item -> item.toReport(service)).toList();
    }

    Source source(String service) {
        return outbox == null ? Source.withoutOutbox(service) : new Source(service, outbox);
    }

    @Confidential
    record Item(
            @NotNull(message = "missing") @UuidVersion7 UUID id,

            @NotNull(message = "missing") @RecentTime @JsonDeserialize(using = UtcTime.class)
            Instant time,

            @NotBlank(message = "missing")
            @Size(max = 255, message = "too-long")
            @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "control-character")
            @JsonDeserialize(using = Identifiers.class)
            String subject,

            @NotNull(message = "missing") @Valid ActorItem actor,

            @NotNull(message = "missing")
            @Size(max = 100, message = "too-long")
            @Pattern(regexp = "[a-z]+(\\.[a-z-]+){1,3}", message = "not-an-action")
            String action) {

        Report toReport(String service) {
            Actor who = new Actor(actor.kind(), actor.name());
            return new Report(new Subject(subject), new Event(id, time, who, service, action));
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    /** @param name which service, store or kind of address; left out for the person herself */
    @NamedActor
    record ActorItem(
            @NotNull(message = "missing") Actor.Kind kind,

            @Pattern(regexp = "[a-z][a-z0-9-]{0,63}", message = "not-a-name")
            String name) {}

    @Override
    public String toString() {
        return "EventsRequest[redacted]";
    }
}
