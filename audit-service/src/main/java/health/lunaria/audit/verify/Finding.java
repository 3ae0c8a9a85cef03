package health.lunaria.audit.verify;

/**
 * Something in the log that is not as it must be. Says what and where, and nothing of the content.
 *
 * @param source the service whose outbox does not fit the log; empty if it is the log itself
 * @param position the place of a leaf, or the size of the tree at which a subtree or a checkpoint belongs; of what is about
 *     an outbox, how many events it is about
 */
public record Finding(Kind kind, String source, long position) {

    Finding(Kind kind, long position) {
        this(kind, "", position);
    }

    /** What is wrong. The names stand in stored data: never rename one. */
    public enum Kind {
        /** No leaf, or another one, stands at the place that is next. */
        LEAF_MISSING,
        /** A leaf's hash is not the hash of the leaf. */
        LEAF_HASH,
        /** A complete subtree was published and its hash is not stored. */
        NODE_MISSING,
        /** The stored hash of a subtree is not the hash of its leaves. */
        NODE_HASH,
        /** A hash is stored of a subtree that the log is not large enough for. */
        NODE_BEYOND_LOG,
        /** A checkpoint is no signed note, or not the note of a checkpoint. */
        CHECKPOINT_FORM,
        /** A checkpoint names another log. */
        CHECKPOINT_ORIGIN,
        /** A checkpoint says something else than the row in which it stands. */
        CHECKPOINT_BODY,
        /** A checkpoint's root is not the root of the leaves. */
        CHECKPOINT_ROOT,
        /** A checkpoint is not signed by the log's key. */
        CHECKPOINT_SIGNATURE,
        /** The size of the log is not the number of its leaves. */
        HEAD_SIZE,
        /** What counts as published is not the newest checkpoint, or more than the log. */
        PUBLICATION_SIZE,
        /** Less is published than there was before. */
        LOG_SHRANK,
        /** The leaves that are counted by where they came from are not as many as the log has. */
        SOURCES_SIZE,
        /** An outbox delivered more than the log has of it. */
        OUTBOX_NOT_LOGGED,
        /** The log has more of an outbox than that ever took in. */
        OUTBOX_NOT_RECORDED,
        /** Events were taken out of an outbox and not delivered. */
        OUTBOX_EMPTIED,
        /** An outbox says less of itself than it said before, or the log counts less of it. */
        OUTBOX_SET_BACK,
        /** An outbox that said something of itself is not known any more. */
        OUTBOX_MISSING,
        /** A service has more than one outbox. */
        OUTBOX_REPLACED,
        /** Leaves that were verified before are not the same any more, although they fit one another. */
        LEAVES_CHANGED,
        /** Checkpoints that were verified before are not the same any more, although each is good. */
        CHECKPOINTS_CHANGED,
        /** What the verifier remembers is gone. */
        RECORD_MISSING,
        /** What the verifier remembers was written by somebody else. */
        RECORD_FORGED,
        /** What the verifier remembers is older than what it wrote last. */
        RECORD_OLD
    }
}
