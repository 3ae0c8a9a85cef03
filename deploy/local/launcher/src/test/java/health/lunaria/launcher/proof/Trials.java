package health.lunaria.launcher.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Proofs of a small log, right and wrong ones, and what becomes of them. */
final class Trials {

    static final NoteSigner SIGNER = NoteSigner.log("log.example/v1/audit/log");
    static final NoteSigner FIRST_WITNESS = NoteSigner.witness("witness.example/one");
    static final NoteSigner SECOND_WITNESS = NoteSigner.witness("witness.example/two");
    static final long COSIGNED = 1_795_510_800;
    static final int SIZE = 13;
    static final ReferenceLog LOG = logOf(SIZE);

    static ReferenceLog logOf(int size) {
        ReferenceLog log = new ReferenceLog(SIGNER);
        IntStream.range(0, size).forEach(i -> log.append(LoggedAccess.number(i).leaf()));
        return log;
    }

    /** A right proof of entry 3. */
    static String proof() {
        return LOG.proof(3, SIZE, LoggedAccess.number(3).opening());
    }

    static String cosigned() {
        return proof() + FIRST_WITNESS.cosign(LOG.checkpointText(SIZE), COSIGNED);
    }

    /** Entry 3 under a checkpoint that says something else, and is signed. */
    static String proofUnder(String checkpointText) {
        return proofWith(checkpointText + "\n" + SIGNER.sign(checkpointText));
    }

    static String proofWith(String checkpoint) {
        return ReferenceLog.proof(3, LOG.path(3, SIZE), LoggedAccess.number(3).opening(), checkpoint);
    }

    /** Of an event that a log really holds. */
    static String proofOf(String event) {
        LoggedAccess access = new LoggedAccess(LoggedAccess.number(5).salt(), event);
        ReferenceLog log = logOf(5);
        log.append(access.leaf());
        return log.proof(5, 6, access.opening());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static VerifierKey key(NoteSigner log) {
        return VerifierKey.parse(log.verifierKey(), VerifierKey.Use.LOG);
    }

    static Verifier verifier(VerifierKey log, NoteSigner... witnesses) {
        return new Verifier(
                log,
                Arrays.stream(witnesses)
                        .map(witness -> VerifierKey.parse(witness.verifierKey(), VerifierKey.Use.WITNESS))
                        .toList());
    }

    static Verifier.Verified verify(String proof, NoteSigner... witnesses) throws RefusedException {
        return verifier(key(SIGNER), witnesses).verify(bytes(proof));
    }

    static Check refused(byte[] proof, NoteSigner... witnesses) {
        return refusal(proof, key(SIGNER), witnesses).check();
    }

    static RefusedException refusal(byte[] proof, VerifierKey log, NoteSigner... witnesses) {
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> verifier(log, witnesses).verify(proof));
        assertThat(refusal).as("it was accepted").isNotNull();
        return refusal;
    }

    private Trials() {}
}
