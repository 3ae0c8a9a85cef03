package health.lunaria.profile.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.lunaria.safeguards.deadline.WorkingCalendar;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request.
 *
 * @param confirmBy by when its receipt is confirmed, where a law asks for it
 * @param dueAt by when it is answered, after an extension that was made
 * @param refuseBy by when a refusal is told, which an extension does not move
 * @param late whether it was closed after its date: a refusal after {@code refuseBy}, anything else after {@code dueAt}
 */
@Confidential
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestResponse(
        UUID id,
        Kind kind,
        List<Regime> regimes,
        State state,
        Instant receivedAt,
        Instant confirmBy,
        Instant dueAt,
        Instant refuseBy,
        boolean late,
        Sensitive<String> text,
        UUID appealOf,
        List<Item> history) {

    static RequestResponse from(StoredRequest stored) {
        DataRequest request = stored.request();
        Dates dates = stored.dates();
        return new RequestResponse(
                stored.id(),
                request.kind(),
                request.regimes(),
                request.state(),
                request.receivedAt(),
                dates.confirmBy(),
                dates.due(request.isExtended()),
                dates.answerBy(),
                isLate(request, dates),
                request.text(),
                request.appealOf(),
                request.history().stream().map(Item::from).toList());
    }

    private static boolean isLate(DataRequest request, Dates dates) {
        Entry last = request.history().get(request.history().size() - 1);
        return switch (last.state()) {
            case DONE -> WorkingCalendar.isLate(dates.due(request.isExtended()), last.at());
            case REFUSED -> WorkingCalendar.isLate(dates.answerBy(), last.at());
            default -> false;
        };
    }

    /** A step of the history: by whom in which role, when, why. */
    @Confidential
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(Step step, State state, By by, Instant at, Reason reason, Sensitive<String> text) {

        static Item from(Entry entry) {
            return new Item(entry.step(), entry.state(), entry.by(), entry.at(), entry.reason(), entry.text());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "RequestResponse[redacted]";
    }
}
