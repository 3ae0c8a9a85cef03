package health.lunaria.launcher.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a proof with nothing but keys that its user pinned: no network, no code of the log. It proves that the log, at
 * the size that it says, holds this event at this place; that others see the same log is what witnesses are for.
 */
public final class Verifier {

    private static final int SIGNATURE_LENGTH = 64;

    /** The end of the year 9999, in seconds: no honest witness says more, and some programs cannot. */
    private static final long LATEST = 253_402_300_799L;

    private final VerifierKey log;
    private final List<VerifierKey> witnesses;

    /** @param witnesses all of them have to have cosigned */
    public Verifier(VerifierKey log, List<VerifierKey> witnesses) {
        this.log = log;
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * What a proof proves.
     *
     * @param index place of the event in the log
     * @param size how many entries the log had
     * @param cosigned when each witness says to have seen the log like that, by its name
     */
    public record Verified(AccessEvent event, String origin, long index, long size, Map<String, Instant> cosigned) {

        @Override
        public String toString() {
            return "Verified[redacted]";
        }
    }

    public Verified verify(byte[] proof) throws RefusedException {
        Proof parsed = Proof.parse(proof);
        Checkpoint checkpoint = parsed.checkpoint();
        if (!checkpoint.origin().equals(log.name())) {
            throw new RefusedException(Check.ORIGIN, "the checkpoint is of another log than the key");
        }
        checkLog(parsed.note());
        Map<String, Instant> cosigned = checkWitnesses(parsed.note());
        Commitment commitment = Commitment.parse(parsed.extra());
        AccessEvent event = AccessEvent.parse(commitment.event());
        checkInclusion(parsed, commitment);
        return new Verified(event, checkpoint.origin(), parsed.index(), checkpoint.size(), cosigned);
    }

    private void checkLog(SignedNote note) throws RefusedException {
        byte[] signature = onlySignature(note, log, Check.SIGNATURE);
        if (!log.signed(note.text().getBytes(StandardCharsets.UTF_8), signature)) {
            throw new RefusedException(Check.SIGNATURE, "the signature is not by that key over this checkpoint");
        }
    }

    private Map<String, Instant> checkWitnesses(SignedNote note) throws RefusedException {
        Map<String, Instant> cosigned = new LinkedHashMap<>();
        for (VerifierKey witness : witnesses) {
            cosigned.put(witness.name(), cosigned(note, witness));
        }
        return cosigned;
    }

    /** C2SP tlog-cosignature, "Ed25519 signed message": the time stands before the signature, and is signed as well. */
    private static Instant cosigned(SignedNote note, VerifierKey witness) throws RefusedException {
        byte[] cosignature = onlySignature(note, witness, Check.WITNESSES);
        if (cosignature.length != Long.BYTES + SIGNATURE_LENGTH) {
            throw new RefusedException(Check.WITNESSES, "a cosignature has not the length of one");
        }
        long seconds = ByteBuffer.wrap(cosignature).getLong();
        String message = "cosignature/v1\ntime " + seconds + "\n" + note.text();
        byte[] signature = Arrays.copyOfRange(cosignature, Long.BYTES, cosignature.length);
        if (seconds < 0 || seconds > LATEST || !witness.signed(message.getBytes(StandardCharsets.UTF_8), signature)) {
            throw new RefusedException(Check.WITNESSES, "a cosignature is not by its witness over this checkpoint");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static byte[] onlySignature(SignedNote note, VerifierKey key, Check check) throws RefusedException {
        List<SignedNote.Signature> signatures = note.by(key).toList();
        if (signatures.size() != 1) {
            throw new RefusedException(
                    check,
                    signatures.isEmpty()
                            ? "the checkpoint has no signature that says to be by that key"
                            : "the checkpoint has two signatures that say to be by one key");
        }
        return signatures.get(0).bytes();
    }

    private static void checkInclusion(Proof proof, Commitment commitment) throws RefusedException {
        Checkpoint checkpoint = proof.checkpoint();
        byte[] leafHash = Tree.leaf(commitment.leaf());
        byte[] root = Tree.root(proof.index(), checkpoint.size(), leafHash, proof.path());
        if (!Arrays.equals(root, checkpoint.root())) {
            throw new RefusedException(Check.INCLUSION, "another event, another salt, another place or another log");
        }
    }
}
