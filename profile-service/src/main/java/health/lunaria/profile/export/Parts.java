package health.lunaria.profile.export;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.aws.AwsCalls;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.files.FileTooLargeException;
import health.lunaria.safeguards.files.FileTransfers;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.http.WorkerThread;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.ArchiveTooLargeException;
import health.lunaria.safeguards.takeaway.Takeaway;
import health.lunaria.safeguards.takeaway.TakeawayRequest;
import health.lunaria.safeguards.takeaway.ZipParts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Fetches the services' parts of an archive. Each becomes a sealed file while it comes, and is read through once before it
 * counts: what is cut off, altered or no archive is a failure, and never a part with less in it.
 */
@ApplicationScoped
class Parts {

    private static final int MOST_FILES = 25_000;

    private final ProfileTakeaway own;
    private final CycleExportClient cycle;
    private final BillingExportClient billing;
    private final AuditExportClient audit;
    private final FileTransfers transfers;
    private final ExportService exports;
    private final ArchiveConfig config;
    private final Actor service;

    Parts(
            ProfileTakeaway own,
            @RestClient CycleExportClient cycle,
            @RestClient BillingExportClient billing,
            @RestClient AuditExportClient audit,
            FileTransfers transfers,
            ExportService exports,
            ArchiveConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.own = own;
        this.cycle = cycle;
        this.billing = billing;
        this.audit = audit;
        this.transfers = transfers;
        this.exports = exports;
        this.config = config;
        this.service = Actor.service(service);
    }

    /**
     * A service's part, stored.
     *
     * @return fails when the service does not answer with a whole part in time; with {@link
     *     FileTooLargeException} or {@link ArchiveTooLargeException} when it is too large
     */
    Uni<StoredFile> fetch(Subject subject, SubjectKey key, Source source) {
        return open(subject, key, source)
                .chain(content -> store(key, content))
                .call(part -> check(key, part)
                        .chain(() -> exports.keepPart(key, part))
                        .onFailure()
                        .call(() -> transfers.discard(part.id())));
    }

    private Uni<InputStream> open(Subject subject, SubjectKey key, Source source) {
        TakeawayRequest request = new TakeawayRequest(subject.id());
        return Uni.createFrom().deferred(() -> switch (source) {
            case PROFILE -> own.collect(subject, key, service).map(Takeaway::zip);
            case CYCLE -> cycle.export(request).emitOn(AwsCalls.caller());
            case BILLING -> billing.export(request).emitOn(AwsCalls.caller());
            case AUDIT -> audit.export(request).emitOn(AwsCalls.caller());
        });
    }

    private Uni<StoredFile> store(SubjectKey key, InputStream content) {
        return transfers
                .upload(key, ExportService.PART, content, config.maxPartBytes(), Optional.of(config.partKept()))
                .onTermination()
                .invoke(() -> close(content));
    }

    private Uni<Void> check(SubjectKey key, StoredFile part) {
        return transfers
                .open(key, ExportService.PART, part)
                .chain(content -> WorkerThread.run(() -> {
                    try (content) {
                        ZipParts.check(content, config.maxPartBytes(), MOST_FILES);
                    }
                    return null;
                }));
    }

    static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
