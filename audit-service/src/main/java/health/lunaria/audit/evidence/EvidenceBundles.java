package health.lunaria.audit.evidence;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.log.LogHistory;
import health.lunaria.safeguards.http.WorkerThread;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes bundles, one at a time: each is held in memory until it is sent. */
@ApplicationScoped
class EvidenceBundles {

    private static final String NOTE = "MANIFEST.note";

    /** Less than what the gateway waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final List<EvidencePart> parts;
    private final LogHistory log;
    private final AtomicBoolean busy = new AtomicBoolean();

    EvidenceBundles(@All List<EvidencePart> parts, LogHistory log) {
        this.parts = List.copyOf(parts);
        this.log = log;
    }

    /**
     * A bundle as a zip file. Not to be called inside a transaction.
     *
     * @return fails with {@code evidence-busy} (429) while another one is made
     */
    Uni<byte[]> make(Scope scope) {
        return Uni.createFrom().deferred(() -> {
            if (!busy.compareAndSet(false, true)) {
                throw new ProblemException(AuditProblem.EVIDENCE_BUSY);
            }
            return collect(scope)
                    .chain(files -> sign(scope, files))
                    .ifNoItem()
                    .after(PATIENCE)
                    .failWith(() -> new ProblemException(CommonProblem.TEMPORARILY_UNAVAILABLE))
                    .onTermination()
                    .invoke(() -> busy.set(false));
        });
    }

    private Uni<List<EvidenceFile>> collect(Scope scope) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> part.files(scope))
                .collect()
                .asList()
                .map(found -> found.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(EvidenceFile::name))
                        .toList());
    }

    private Uni<byte[]> sign(Scope scope, List<EvidenceFile> files) {
        return WorkerThread.run(() -> Manifest.of(files))
                .chain(manifest -> log.sign(manifest.statement(scope))
                        .chain(note -> WorkerThread.run(() -> zip(scope, manifest, note, files))));
    }

    private static byte[] zip(Scope scope, Manifest manifest, String note, List<EvidenceFile> files) {
        List<EvidenceFile> all = new ArrayList<>();
        all.add(EvidenceFile.of(NOTE, note));
        all.add(manifest.file());
        all.addAll(files);
        return EvidenceZip.of(all, scope.period().to());
    }
}
