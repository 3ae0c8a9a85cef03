package health.lunaria.cycle.mode;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phases as they are stored, oldest first; one without {@code to} goes on. */
@Confidential
public record ModeResponse(List<Item> phases) {

    public static ModeResponse from(Phases phases) {
        return new ModeResponse(phases.phases().stream().map(Item::from).toList());
    }

    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Phase")
    public record Item(Mode mode, LocalDate from, LocalDate to) {

        static Item from(Phase phase) {
            return new Item(phase.mode(), phase.from(), phase.to());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ModeResponse[redacted]";
    }
}
