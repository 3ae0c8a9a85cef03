package health.lunaria.profile.export;

import java.util.List;
import java.util.Locale;

/** Where the parts of an archive come from, in the order in which they are fetched. */
enum Source {
    PROFILE,
    CYCLE,
    BILLING,
    /** Last, so that its access log has the fetching of the others, too. */
    AUDIT;

    static final List<Source> ALL = List.of(values());

    /** Its folder in the archive. Stands in stored data. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
