package health.lunaria.profile.export;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.auditing.Auditor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.files.StoredFiles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.ExportedFile;
import health.lunaria.safeguards.takeaway.FileExports;
import health.lunaria.safeguards.tasks.Task;
import health.lunaria.safeguards.tasks.Tasks;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The steps of an export that touch the database: each call is one transaction with its audit record in it. */
@ApplicationScoped
class ExportService {

    static final String KIND = "profile.export";
    static final String PURPOSE = "export";
    static final String PART = "export-part";

    private static final int LISTED = 20;

    private final FileExports exports;
    private final StoredFiles files;
    private final Auditor auditor;
    private final Actor service;

    ExportService(
            Tasks tasks,
            StoredFiles files,
            Auditor auditor,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.exports = new FileExports(tasks, files, auditor, KIND, PURPOSE, "profile.exports");
        this.files = files;
        this.auditor = auditor;
        this.service = Actor.service(service);
    }

    @WithTransaction
    Uni<Task> submit(Subject subject, SubjectKey key, ArchiveInput input) {
        return exports.submit(subject, key, input);
    }

    /** The newest ones, without what they left. */
    @WithTransaction
    Uni<List<Task>> list(Subject subject, SubjectKey key) {
        return exports.list(subject, key, LISTED);
    }

    /** Fails with 404 if she has no such export. */
    @WithTransaction
    Uni<Task> read(Subject subject, SubjectKey key, UUID id) {
        return exports.read(subject, key, id);
    }

    /** The file of a finished export; 404 if it is not finished, or its time is over. */
    @WithTransaction
    Uni<StoredFile> file(Subject subject, SubjectKey key, ExportedFile exported) {
        return exports.file(subject, key, exported);
    }

    /** Stops it if it is under way; its file cannot be found from now on. */
    @WithTransaction
    Uni<Task> remove(Subject subject, SubjectKey key, UUID id) {
        return exports.remove(subject, key, id);
    }

    /** What an earlier attempt fetched and is still kept: the rest is fetched again. */
    @WithTransaction
    Uni<ArchiveCheckpoint> stillThere(SubjectKey key, ArchiveCheckpoint last) {
        return stillThere(key, last.parts(), new ArrayList<>()).map(last::withOnly);
    }

    private Uni<List<ArchiveCheckpoint.Part>> stillThere(
            SubjectKey key, List<ArchiveCheckpoint.Part> asked, List<ArchiveCheckpoint.Part> found) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        ArchiveCheckpoint.Part part = asked.get(0);
        return files.find(key, PART, new FileId(part.file()))
                .invoke(file -> file.ifPresent(there -> found.add(part)))
                .chain(() -> stillThere(key, asked.subList(1, asked.size()), found));
    }

    /** Keeps a part; what is in it was recorded where it comes from. */
    @WithTransaction
    Uni<Void> keepPart(SubjectKey key, StoredFile part) {
        return files.finish(key, part);
    }

    /** Puts the archive in the place of its parts. */
    @WithTransaction
    Uni<Void> finish(Subject subject, SubjectKey key, StoredFile archive, List<ArchiveCheckpoint.Part> parts) {
        return files.finish(key, archive)
                .chain(() -> removeParts(key, parts))
                .chain(() -> auditor.record(subject, service, "profile.exports.write"));
    }

    private Uni<Void> removeParts(SubjectKey key, List<ArchiveCheckpoint.Part> parts) {
        return parts.isEmpty()
                ? Uni.createFrom().voidItem()
                : files.remove(key.subject(), new FileId(parts.get(0).file()))
                        .chain(() -> removeParts(key, parts.subList(1, parts.size())));
    }
}
