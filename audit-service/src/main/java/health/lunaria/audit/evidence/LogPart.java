package health.lunaria.audit.evidence;

import health.lunaria.audit.log.DatedCheckpoint;
import health.lunaria.audit.log.LogHistory;
import health.lunaria.audit.log.PublishedCheckpoint;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the log grew: its keys, a checkpoint of each day, proofs between them, and samples of what came in between. */
@ApplicationScoped
class LogPart implements EvidencePart {

    private final LogHistory log;
    private final Optional<String> witness;

    LogPart(LogHistory log, @ConfigProperty(name = "lunaria.audit.log.witness.key") Optional<String> witness) {
        this.log = log;
        this.witness = witness;
    }

    @Override
    public Uni<List<EvidenceFile>> files(Scope scope) {
        Period period = scope.period();
        return log.verifierKey()
                .chain(key -> log.before(period.start())
                        .chain(before -> log.lastOfDays(period.start(), period.end())
                                .chain(days -> files(scope, key, before, days))));
    }

    private Uni<List<EvidenceFile>> files(
            Scope scope, String key, Optional<PublishedCheckpoint> before, List<DatedCheckpoint> days) {
        List<PublishedCheckpoint> chain = new ArrayList<>();
        before.ifPresent(chain::add);
        days.forEach(day -> chain.add(day.checkpoint()));
        List<EvidenceFile> files = new ArrayList<>();
        files.add(EvidenceFile.of("log/key", key + "\n"));
        witness.ifPresent(vkey -> files.add(EvidenceFile.of("log/witness-key", vkey + "\n")));
        before.ifPresent(first -> files.add(EvidenceFile.of("log/checkpoint-first", first.note())));
        days.forEach(day -> files.add(
                EvidenceFile.of("log/checkpoints/" + day.day(), day.checkpoint().note())));
        if (chain.isEmpty()) {
            return Uni.createFrom().item(files);
        }
        PublishedCheckpoint last = chain.get(chain.size() - 1);
        files.add(EvidenceFile.of("log/checkpoint-last", last.note()));
        long first = before.map(PublishedCheckpoint::size).orElse(0L);
        return proofs(chain)
                .invoke(files::addAll)
                .chain(() -> samples(Samples.indexes(scope.seed(), first, last.size()), last))
                .invoke(files::addAll)
                .replaceWith(files);
    }

    private Uni<List<EvidenceFile>> proofs(List<PublishedCheckpoint> chain) {
        return Multi.createFrom()
                .range(1, chain.size())
                .onItem()
                .transformToUniAndConcatenate(i -> proof(chain.get(i - 1), chain.get(i)))
                .collect()
                .asList();
    }

    private Uni<EvidenceFile> proof(PublishedCheckpoint earlier, PublishedCheckpoint later) {
        String name = "log/consistency/" + earlier.size() + "-" + later.size();
        return log.consistency(earlier, later).map(hashes -> EvidenceFile.of(name, lines(hashes)));
    }

    private Uni<List<EvidenceFile>> samples(List<Long> indexes, PublishedCheckpoint last) {
        return Multi.createFrom()
                .iterable(indexes)
                .onItem()
                .transformToUniAndConcatenate(index ->
                        log.proof(index, last).map(proof -> EvidenceFile.of("samples/" + index + ".tlog-proof", proof)))
                .collect()
                .asList();
    }

    private static String lines(List<byte[]> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                hash -> lines.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return lines.toString();
    }
}
