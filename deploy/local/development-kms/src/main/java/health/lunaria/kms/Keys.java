package health.lunaria.kms;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The keys. Who may do what with them, {@link Permissions} say. Every change is on disk before it counts. Thread-safe. */
final class Keys {

    private static final int SECRET_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<UUID, Key> keys = new ConcurrentHashMap<>();
    private final KeyFiles files;
    private final Permissions permissions;
    private final Clock clock;
    private final String arnPrefix;

    Keys(KeyFiles files, Permissions permissions, Clock clock, String region) {
        this.files = files;
        this.permissions = permissions;
        this.clock = clock;
        this.arnPrefix = "arn:aws:kms:" + region + ":000000000000:key/";
        files.readAll().forEach(key -> keys.put(key.id(), key));
    }

    String arn(Key key) {
        return arnPrefix + key.id();
    }

    /** @param tags with the principal that may use it */
    synchronized Key create(Principal caller, KeySpec spec, Map<String, String> tags) {
        failUnless(permissions.mayCreate(caller, spec));
        Key key = newKey(spec, tags);
        files.write(key);
        keys.put(key.id(), key);
        return key;
    }

    List<Key> list(Principal caller) {
        failUnless(permissions.mayList(caller));
        return keys.values().stream()
                .filter(key -> !key.isDeletedAt(clock.instant()))
                .sorted(Comparator.comparing(Key::createdAt).thenComparing(Key::id))
                .toList();
    }

    /** The key for a look at it. */
    Key describe(Principal caller, String keyId) {
        Key key = find(keyId);
        failUnless(permissions.mayDescribe(caller, key));
        return key;
    }

    /** The key for a cryptographic operation. */
    Key use(Principal caller, String keyId, KeySpec spec) {
        Key key = find(keyId);
        failUnless(permissions.mayUse(caller, key));
        return requireUsable(key, spec);
    }

    /**
     * The key for a look at its public half: its own service's or the administrator's, who uses it for nothing but may give
     * it to those who verify ({@code kms:Get*} of AWS's default policy for key administrators).
     */
    Key show(Principal caller, String keyId, KeySpec spec) {
        return requireUsable(describe(caller, keyId), spec);
    }

    private Key requireUsable(Key key, KeySpec spec) {
        if (key.deletionDate() != null) {
            throw KmsException.of("KMSInvalidStateException", arn(key) + " is pending deletion.");
        }
        if (!key.enabled()) {
            throw KmsException.of("DisabledException", arn(key) + " is disabled.");
        }
        if (key.spec() != spec) {
            throw KmsException.of("InvalidKeyUsageException", arn(key) + " key usage is " + key.spec().usage() + ".");
        }
        return key;
    }

    Key change(Principal caller, String keyId, UnaryOperator<Key> change) {
        return change(key -> permissions.mayChange(caller), keyId, change);
    }

    private synchronized Key change(Predicate<Key> permitted, String keyId, UnaryOperator<Key> change) {
        Key key = find(keyId);
        failUnless(permitted.test(key));
        Key changed = change.apply(key);
        files.write(changed);
        keys.put(changed.id(), changed);
        return changed;
    }

    /** @param days 7 to 30, as in AWS */
    Key scheduleDeletion(Principal caller, String keyId, int days) {
        if (days < 7 || days > 30) {
            throw KmsException.validation("PendingWindowInDays must be between 7 and 30");
        }
        Instant date = clock.instant().plus(Duration.ofDays(days));
        return change(key -> permissions.mayScheduleDeletion(caller, key), keyId, key -> {
            failIfPending(key, true);
            return key.withDeletionDate(date);
        });
    }

    Key cancelDeletion(Principal caller, String keyId) {
        return change(caller, keyId, key -> {
            failIfPending(key, false);
            return key.withDeletionDate(null);
        });
    }

    private void failIfPending(Key key, boolean pending) {
        if (key.deletionDate() != null == pending) {
            throw KmsException.of("KMSInvalidStateException", arn(key) + " is " + key.state() + ".");
        }
    }

    private Key find(String keyId) {
        if (keyId == null) {
            throw KmsException.validation("KeyId must not be null");
        }
        Key key = keys.get(parse(keyId));
        if (key == null) {
            throw notFound();
        }
        if (key.isDeletedAt(clock.instant())) {
            destroy(key);
            throw notFound();
        }
        return key;
    }

    private synchronized void destroy(Key key) {
        files.delete(key.id());
        keys.remove(key.id());
    }

    private UUID parse(String keyId) {
        String id = keyId.startsWith(arnPrefix) ? keyId.substring(arnPrefix.length()) : keyId;
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw notFound();
        }
    }

    private static KmsException notFound() {
        return KmsException.of("NotFoundException", "Key does not exist");
    }

    private static void failUnless(boolean permitted) {
        if (!permitted) {
            throw KmsException.accessDenied();
        }
    }

    private Key newKey(KeySpec spec, Map<String, String> tags) {
        byte[] material;
        byte[] publicKey = new byte[0];
        if (spec == KeySpec.ECC_NIST_EDWARDS25519) {
            KeyPair pair = newSigningKey();
            material = pair.getPrivate().getEncoded();
            publicKey = pair.getPublic().getEncoded();
        } else {
            material = new byte[SECRET_LENGTH];
            RANDOM.nextBytes(material);
        }
        String principal = tags.get(Operations.PRINCIPAL_TAG);
        return new Key(UUID.randomUUID(), spec, principal, clock.instant(), true, null, material, publicKey, tags);
    }

    private static KeyPair newSigningKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
