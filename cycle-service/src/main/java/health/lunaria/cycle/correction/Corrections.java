package health.lunaria.cycle.correction;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that somebody corrected. Immutable. */
@Confidential
public record Corrections(List<Correction> items) {

    public static final Corrections NONE = new Corrections(List.of());

    public Corrections {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** The dates of the corrections of one kind. */
    public NavigableSet<LocalDate> dates(CorrectionKind kind) {
        return items.stream()
                .filter(correction -> correction.kind() == kind)
                .map(Correction::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return "Corrections[redacted]";
    }
}
