package health.lunaria.cycle.imports.format;

import health.lunaria.safeguards.redaction.Confidential;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What became of a file's entries. Nothing in it was copied from the file: a field that the import does not know is called
 * {@value #UNKNOWN}.
 *
 * @param days how many days were read
 */
@Confidential
@RegisterForReflection
public record ImportReport(int days, List<Mapped> mapped, List<Skipped> skipped) {

    /** Stands for every field of a file that the import does not know by name. */
    public static final String UNKNOWN = "unknown";

    public ImportReport {
        mapped = orEmpty(mapped);
        skipped = orEmpty(skipped);
    }

    /**
     * @param source field of the file
     * @param field field of a day
     * @param count of values
     */
    @Confidential
    @RegisterForReflection
    public record Mapped(String source, String field, long count) {

        @Override
        public String toString() {
            return "Mapped[redacted]";
        }
    }

    /**
     * @param source field of the file
     * @param reason slug of a {@link SkipReason}
     * @param count of entries
     * @param lines where the first of them stand, counted from 1
     */
    @Confidential
    @RegisterForReflection
    public record Skipped(String source, String reason, long count, List<Long> lines) {

        public Skipped {
            lines = orEmpty(lines);
        }

        @Override
        public String toString() {
            return "Skipped[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ImportReport[redacted]";
    }

    /** An empty list is left out where a report is sealed. */
    private static <T> List<T> orEmpty(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
