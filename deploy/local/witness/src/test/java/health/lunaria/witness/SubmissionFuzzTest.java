package health.lunaria.witness;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whatever bytes come, they are a submission in its one form or malformed. The ordinary test run tries the seeds beside this
 * class; {@code JAZZER_FUZZ=1 mvn test -Djazzer.hooks=true -pl deploy/local/witness -Dtest='SubmissionFuzzTest#submission'}
 * makes up more, one method at a time.
 */
class SubmissionFuzzTest {

    private static final String BRIEFLY = "20s";

    @FuzzTest(maxDuration = BRIEFLY)
    void submission(byte[] body) {
        try {
            if (!Arrays.equals(write(Submission.parse(body)), body)) {
                throw new AssertionError("Two forms of one submission");
            }
        } catch (MalformedException refused) {
            // As it should be.
        }
    }

    @FuzzTest(maxDuration = BRIEFLY)
    void vkey(byte[] text) {
        try {
            String vkey = SignedNote.decode(text);
            if (!VerifierKey.parse(vkey, VerifierKey.ED25519).toString().equals(vkey)) {
                throw new AssertionError("Two forms of one key");
            }
        } catch (MalformedException refused) {
            // As it should be.
        }
    }

    private static byte[] write(Submission submission) {
        StringBuilder note = new StringBuilder(submission.checkpoint().note().text()).append('\n');
        submission.checkpoint().note().signatures().forEach(signature -> note.append(signature.line()));
        return TestLog.submission(Long.toString(submission.oldSize()), submission.proof(), note.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
