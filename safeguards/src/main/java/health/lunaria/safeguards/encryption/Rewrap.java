package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.identity.SubjectRef;
import java.security.MessageDigest;

/**
 * Takes subject keys from below one shard key to below another. The subject key itself stays what it is, so nothing that is
 * sealed under it changes. Belongs to its maker, who destroys it, and with it both shard keys.
 */
final class Rewrap {

    private final ShardKey from;
    private final ShardKey to;

    Rewrap(ShardKey from, ShardKey to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The key wrapped anew. It was opened again before it is given out: once the old KMS key is gone, a wrapping that a fault of
     * the machine has damaged could not be made good.
     *
     * @throws SealBrokenException if it does not open below the one shard key, or would not open below the other
     */
    byte[] apply(SubjectRef subject, int keyVersion, byte[] wrapped) {
        KeyMaterial key = from.unwrap(subject, keyVersion, wrapped);
        try {
            byte[] anew = to.wrap(subject, keyVersion, key);
            failUnlessItOpens(subject, keyVersion, anew, key);
            return anew;
        } finally {
            key.destroy();
        }
    }

    private void failUnlessItOpens(SubjectRef subject, int keyVersion, byte[] wrapped, KeyMaterial expected) {
        KeyMaterial opened = to.unwrap(subject, keyVersion, wrapped);
        try {
            if (!expected.reveal(one -> opened.reveal(other -> MessageDigest.isEqual(one, other)))) {
                throw new SealBrokenException("A key that was wrapped anew opens as another one");
            }
        } finally {
            opened.destroy();
        }
    }

    void destroy() {
        from.destroy();
        to.destroy();
    }
}
