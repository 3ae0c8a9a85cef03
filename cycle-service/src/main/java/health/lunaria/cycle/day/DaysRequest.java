package health.lunaria.cycle.day;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.util.List;

/** Days to log, 1 to 400, each date once. */
@Confidential
record DaysRequest(
        @NotNull(message = "missing") @Size(min = 1, max = 400, message = "wrong-count") @EachDateOnce
        List<
                        @NotNull(message = "missing") @Valid
                        @ConvertGroup(from = Default.class, to = LoggedDay.Dated.class) LoggedDay>
                days) {

    List<Day> toDays() {
        return days.stream().map(LoggedDay::toDay).toList();
    }

    @Override
    public String toString() {
        return "DaysRequest[redacted]";
    }
}
