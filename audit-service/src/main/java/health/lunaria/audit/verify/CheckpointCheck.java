package health.lunaria.audit.verify;

import health.lunaria.audit.verify.Finding.Kind;
import health.lunaria.audit.verify.note.CheckpointBody;
import health.lunaria.audit.verify.note.MalformedException;
import health.lunaria.audit.verify.note.Note;
import health.lunaria.audit.verify.note.VerifierKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks checkpoints, one at a time, against the tree that the leaves make. */
final class CheckpointCheck {

    private final VerifierKey key;
    private final Signatures signatures;

    /** @param key of the log; its name is the log's origin */
    CheckpointCheck(VerifierKey key, Signatures signatures) {
        this.key = key;
        this.signatures = signatures;
    }

    /** What is done about signatures, which cost more than all the rest. */
    enum Signatures {
        CHECK,
        /** They were checked before, and the chain over the rows shows that nothing changed since. */
        KNOWN
    }

    /** @param root of the tree of the checkpoint's size, computed from the leaves */
    List<Finding> check(CheckpointRow row, byte[] root) {
        List<Finding> findings = new ArrayList<>();
        if (!Arrays.equals(row.root(), root)) {
            findings.add(new Finding(Kind.CHECKPOINT_ROOT, row.size()));
        }
        try {
            Note note = Note.parse(row.note());
            check(row, CheckpointBody.parse(note.text()), findings);
            if (signatures == Signatures.CHECK && !key.verifies(note)) {
                findings.add(new Finding(Kind.CHECKPOINT_SIGNATURE, row.size()));
            }
        } catch (MalformedException malformed) {
            findings.add(new Finding(Kind.CHECKPOINT_FORM, row.size()));
        }
        return findings;
    }

    private void check(CheckpointRow row, CheckpointBody body, List<Finding> findings) {
        if (!body.origin().equals(key.name())) {
            findings.add(new Finding(Kind.CHECKPOINT_ORIGIN, row.size()));
        }
        if (body.size() != row.size()
                || !Arrays.equals(body.root(), row.root())
                || !body.extensions().isEmpty()) {
            findings.add(new Finding(Kind.CHECKPOINT_BODY, row.size()));
        }
    }
}
