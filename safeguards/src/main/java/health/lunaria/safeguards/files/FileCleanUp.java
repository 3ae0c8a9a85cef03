package health.lunaria.safeguards.files;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Deletes the objects of files that were removed, whose time is over, or whose upload was given up: a service that dies
 * in the middle leaves nothing behind. Replicas may do it at once: deleting twice does no harm.
 */
@ApplicationScoped
@IfBuildProperty(name = "lunaria.files.enabled", stringValue = "true")
class FileCleanUp {

    private static final Logger LOG = Logger.getLogger(FileCleanUp.class);

    private final StoredFiles files;
    private final FileTransfers transfers;
    private final FilesConfig config;
    private final Clock clock = Clock.systemUTC();

    FileCleanUp(StoredFiles files, FileTransfers transfers, FilesConfig config) {
        if (config.abandonedAfter().compareTo(config.uploadTimeout().multipliedBy(2)) < 0) {
            throw new IllegalStateException("lunaria.files.abandoned-after must be twice upload-timeout or more");
        }
        this.files = files;
        this.transfers = transfers;
        this.config = config;
    }

    /** Stops at the first failure: when the store is away, one call is enough to know it. */
    @Scheduled(every = "{lunaria.files.clean-up-every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return files.giveUp(clock.instant().minus(config.abandonedAfter()))
                .chain(() -> files.deleted(config.cleanUpBatch()))
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(transfers::delete)
                        .onItem()
                        .ignoreAsUni())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "Objects will be deleted later: %s",
                            failure.getClass().getSimpleName());
                    return null;
                });
    }
}
