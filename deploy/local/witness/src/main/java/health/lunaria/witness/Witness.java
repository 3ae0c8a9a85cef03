package health.lunaria.witness;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cosigns checkpoints of the logs it knows, of each only what continues what it cosigned before: who shows two users two
 * different logs cannot have both cosigned. Thread-safe.
 */
final class Witness implements AutoCloseable {

    private final PrivateDirectory directory;
    private final CosigningKey cosigner;
    private final Map<String, WatchedLog> logs = new LinkedHashMap<>();

    private Witness(PrivateDirectory directory, Config config) {
        this.directory = directory;
        if (directory.hasFile(WatchedLog.SUFFIX) && !CosigningKey.isIn(directory)) {
            throw new IllegalStateException(
                    "There are cosigned checkpoints, but the key that cosigned them is missing");
        }
        this.cosigner = CosigningKey.in(directory, config.name());
        config.logs().stream()
                .map(vkey -> VerifierKey.parse(vkey, VerifierKey.ED25519))
                .collect(groupingBy(VerifierKey::name, LinkedHashMap::new, toList()))
                .forEach((origin, keys) ->
                        logs.put(origin, new WatchedLog(origin, keys, cosigner, directory, config.clock())));
    }

    /**
     * @throws IllegalStateException if the directory is in use or what it holds is damaged
     * @throws MalformedException if a log's key is none
     */
    static Witness open(Config config) {
        PrivateDirectory directory = PrivateDirectory.open(config.directory());
        try {
            return new Witness(directory, config);
        } catch (RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    /** @throws Refusal if the checkpoint is not cosigned */
    String add(byte[] body) {
        Submission submission = parse(body);
        WatchedLog log = logs.get(submission.checkpoint().origin());
        if (log == null) {
            throw Refusal.unknownLog();
        }
        return log.add(submission);
    }

    private static Submission parse(byte[] body) {
        try {
            return Submission.parse(body);
        } catch (MalformedException malformed) {
            throw Refusal.malformed(malformed.getMessage());
        }
    }

    /** @param originHash hexadecimal, in lower case */
    Optional<String> latest(String originHash) {
        return logs.values().stream()
                .filter(log -> log.originHash().equals(originHash))
                .findFirst()
                .flatMap(WatchedLog::latest);
    }

    VerifierKey verifierKey() {
        return cosigner.verifierKey();
    }

    List<String> origins() {
        return new ArrayList<>(logs.keySet());
    }

    @Override
    public void close() {
        directory.close();
    }
}
