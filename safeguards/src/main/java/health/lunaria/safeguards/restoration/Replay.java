package health.lunaria.safeguards.restoration;

import io.smallrye.mutiny.Uni;

/** Something that people did since a backup and that has to hold after it was restored. A bean each; all run before the service is ready. */
public interface Replay {

    /** For a log line and a metric, e.g. {@code erasures}. */
    String name();

    /**
     * Does it again, page by page. A crash begins it anew, so what was done already must change nothing; a failure lets it be
     * tried again.
     *
     * @return how many things were different
     */
    Uni<Long> run();
}
