package health.lunaria.witness;

import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One log, and the checkpoint of it that was cosigned last. Whether a new one continues it is checked and the new one is
 * stored under one lock, so of two that both continue it one wins; and it is on disk before anybody sees the cosignature.
 */
final class WatchedLog {

    static final String SUFFIX = ".checkpoint";

    private final String origin;
    private final List<VerifierKey> trusted;
    private final CosigningKey cosigner;
    private final PrivateDirectory directory;
    private final Clock clock;
    private Cosigned latest;

    /** @param note the checkpoint with the log's signatures and the witness's */
    private record Cosigned(Checkpoint checkpoint, String note) {}

    /** @throws IllegalStateException if the stored checkpoint is damaged, or not signed by the log and this witness */
    WatchedLog(
            String origin, List<VerifierKey> trusted, CosigningKey cosigner, PrivateDirectory directory, Clock clock) {
        this.origin = origin;
        this.trusted = List.copyOf(trusted);
        this.cosigner = cosigner;
        this.directory = directory;
        this.clock = clock;
        this.latest = directory.read(file()).map(this::load).orElse(null);
    }

    String originHash() {
        return HexFormat.of().formatHex(Hashes.sha256(origin));
    }

    /**
     * Cosigns a checkpoint that continues the latest one.
     *
     * @return the cosignature's line; the checkpoint is stored by then
     * @throws Refusal otherwise; nothing has changed then
     */
    synchronized String add(Submission submission) {
        Checkpoint checkpoint = submission.checkpoint();
        List<NoteSignature> ofLog = verifiedSignatures(checkpoint.note());
        if (submission.oldSize() > checkpoint.size()) {
            throw Refusal.oldSizeAboveNew();
        }
        long size = latest == null ? 0 : latest.checkpoint().size();
        if (submission.oldSize() != size) {
            throw Refusal.otherSize(size);
        }
        if (!continuesLatest(submission)) {
            throw Refusal.inconsistent();
        }
        String cosignature = cosigner.cosign(checkpoint.note(), clock.instant()).line();
        String note = checkpoint.note().text() + "\n"
                + ofLog.stream().map(NoteSignature::line).collect(Collectors.joining()) + cosignature;
        directory.write(file(), note);
        latest = new Cosigned(checkpoint, note);
        return cosignature;
    }

    /** The checkpoint that was cosigned last, with that cosignature. */
    synchronized Optional<String> latest() {
        return Optional.ofNullable(latest).map(Cosigned::note);
    }

    private boolean continuesLatest(Submission submission) {
        Checkpoint next = submission.checkpoint();
        boolean emptyIsEmpty = next.size() > 0 || Arrays.equals(next.root(), Hashes.emptyRoot());
        byte[] root = latest == null ? Hashes.emptyRoot() : latest.checkpoint().root();
        return emptyIsEmpty
                && ConsistencyProof.isValid(submission.oldSize(), root, next.size(), next.root(), submission.proof());
    }

    /** Those of the log's keys; a wrong one that names such a key spoils the note. */
    private List<NoteSignature> verifiedSignatures(SignedNote note) {
        byte[] signed = note.signedBytes();
        List<NoteSignature> verified = note.signatures().stream()
                .filter(signature -> isVerified(signed, signature))
                .toList();
        if (verified.isEmpty()) {
            throw Refusal.untrusted();
        }
        return verified;
    }

    private boolean isVerified(byte[] signed, NoteSignature signature) {
        for (VerifierKey key : trusted) {
            if (key.isNamedBy(signature)) {
                if (!key.verifies(signed, signature.bytes())) {
                    throw Refusal.untrusted();
                }
                return true;
            }
        }
        return false;
    }

    private Cosigned load(String note) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note);
            verifiedSignatures(checkpoint.note());
            if (checkpoint.origin().equals(origin) && isCosigned(checkpoint.note())) {
                return new Cosigned(checkpoint, note);
            }
        } catch (MalformedException | Refusal untrusted) {
            // Said below.
        }
        throw new IllegalStateException("The file " + file() + " is damaged or was signed with other keys");
    }

    private boolean isCosigned(SignedNote note) {
        return note.signatures().stream()
                .filter(cosigner.verifierKey()::isNamedBy)
                .anyMatch(cosignature -> cosigner.verifies(note, cosignature));
    }

    private String file() {
        return originHash() + SUFFIX;
    }
}
