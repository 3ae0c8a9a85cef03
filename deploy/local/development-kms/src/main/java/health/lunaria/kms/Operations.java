package health.lunaria.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operations of the <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html">AWS KMS API</a>
 * that Lunaria uses, with AWS's parameter names, bounds and errors.
 */
final class Operations {

    static final String PRINCIPAL_TAG = "lunaria:principal";

    private static final int MAX_PLAINTEXT = 4096;
    private static final int MAX_CIPHERTEXT = 6144;
    private static final int MAX_DATA_KEY = 1024;
    private static final String MAC_ALGORITHM = "HMAC_SHA_256";
    private static final String SIGNING_ALGORITHM = "ED25519_SHA_512";
    private static final SecureRandom RANDOM = new SecureRandom();

    private interface Operation {
        ObjectNode call(Principal caller, Request request);
    }

    private final Keys keys;
    private final Set<String> principals;
    private final Map<String, Operation> byName = Map.ofEntries(
            Map.entry("CreateKey", this::createKey),
            Map.entry("DescribeKey", this::describeKey),
            Map.entry("ListKeys", this::listKeys),
            Map.entry("ListResourceTags", this::listResourceTags),
            Map.entry("EnableKey", (caller, request) -> enable(caller, request, true)),
            Map.entry("DisableKey", (caller, request) -> enable(caller, request, false)),
            Map.entry("ScheduleKeyDeletion", this::scheduleKeyDeletion),
            Map.entry("CancelKeyDeletion", this::cancelKeyDeletion),
            Map.entry("GenerateRandom", this::generateRandom),
            Map.entry("GenerateDataKey", (caller, request) -> generateDataKey(caller, request, true)),
            Map.entry("GenerateDataKeyWithoutPlaintext", (caller, request) -> generateDataKey(caller, request, false)),
            Map.entry("Encrypt", this::encrypt),
            Map.entry("Decrypt", this::decrypt),
            Map.entry("ReEncrypt", this::reEncrypt),
            Map.entry("GenerateMac", this::generateMac),
            Map.entry("VerifyMac", this::verifyMac),
            Map.entry("Sign", this::sign),
            Map.entry("Verify", this::verify),
            Map.entry("GetPublicKey", this::getPublicKey));

    Operations(Keys keys, Set<String> principals) {
        this.keys = keys;
        this.principals = principals;
    }

    ObjectNode call(String name, Principal caller, Request request) {
        Operation operation = byName.get(name);
        if (operation == null) {
            throw KmsException.of("UnknownOperationException", null);
        }
        return operation.call(caller, request);
    }

    private ObjectNode createKey(Principal caller, Request request) {
        KeySpec spec = KeySpec.of(request.text("KeySpec", KeySpec.SYMMETRIC_DEFAULT.name()));
        if (!request.text("KeyUsage", spec.usage()).equals(spec.usage())) {
            throw KmsException.validation("The key usage does not fit the key spec");
        }
        Map<String, String> tags = request.tags();
        if (!principals.contains(tags.getOrDefault(PRINCIPAL_TAG, ""))) {
            throw KmsException.validation("The tag " + PRINCIPAL_TAG + " must name a service");
        }
        return metadata(keys.create(caller, spec, tags));
    }

    private ObjectNode describeKey(Principal caller, Request request) {
        return metadata(keys.describe(caller, request.text("KeyId")));
    }

    private ObjectNode listKeys(Principal caller, Request request) {
        ObjectNode answer = object().put("Truncated", false);
        var list = answer.putArray("Keys");
        keys.list(caller)
                .forEach(key -> list.addObject().put("KeyId", key.id().toString()).put("KeyArn", keys.arn(key)));
        return answer;
    }

    private ObjectNode listResourceTags(Principal caller, Request request) {
        ObjectNode answer = object().put("Truncated", false);
        var list = answer.putArray("Tags");
        new TreeMap<>(keys.describe(caller, request.text("KeyId")).tags())
                .forEach((key, value) -> list.addObject().put("TagKey", key).put("TagValue", value));
        return answer;
    }

    private ObjectNode enable(Principal caller, Request request, boolean enabled) {
        keys.change(caller, request.text("KeyId"), key -> {
            if (key.deletionDate() != null) {
                throw KmsException.of("KMSInvalidStateException", keys.arn(key) + " is pending deletion.");
            }
            return key.withEnabled(enabled);
        });
        return object();
    }

    private ObjectNode scheduleKeyDeletion(Principal caller, Request request) {
        int days = request.number("PendingWindowInDays", 30);
        Key key = keys.scheduleDeletion(caller, request.text("KeyId"), days);
        return object()
                .put("KeyId", keys.arn(key))
                .put("DeletionDate", seconds(key.deletionDate()))
                .put("KeyState", key.state())
                .put("PendingWindowInDays", days);
    }

    private ObjectNode cancelKeyDeletion(Principal caller, Request request) {
        return object().put("KeyId", keys.arn(keys.cancelDeletion(caller, request.text("KeyId"))));
    }

    private ObjectNode generateRandom(Principal caller, Request request) {
        return object().put("Plaintext", random(request.number("NumberOfBytes", 0)));
    }

    private ObjectNode generateDataKey(Principal caller, Request request, boolean withPlaintext) {
        Key key = keys.use(caller, request.text("KeyId"), KeySpec.SYMMETRIC_DEFAULT);
        byte[] dataKey = random(dataKeyLength(request));
        ObjectNode answer = object()
                .put("KeyId", keys.arn(key))
                .put("CiphertextBlob", CiphertextBlob.encrypt(key, dataKey, request.context("EncryptionContext")));
        return withPlaintext ? answer.put("Plaintext", dataKey) : answer;
    }

    private static int dataKeyLength(Request request) {
        String spec = request.text("KeySpec");
        if (spec == null == request.isMissing("NumberOfBytes")) {
            throw KmsException.validation("Please specify either number of bytes or key spec.");
        }
        if (spec == null) {
            return request.number("NumberOfBytes", 0);
        }
        return switch (spec) {
            case "AES_128" -> 16;
            case "AES_256" -> 32;
            default -> throw KmsException.validation("KeySpec must be AES_128 or AES_256");
        };
    }

    private ObjectNode encrypt(Principal caller, Request request) {
        Key key = keys.use(caller, request.text("KeyId"), KeySpec.SYMMETRIC_DEFAULT);
        byte[] plaintext = request.bytes("Plaintext", 1, MAX_PLAINTEXT);
        return symmetric(key)
                .put("CiphertextBlob", CiphertextBlob.encrypt(key, plaintext, request.context("EncryptionContext")));
    }

    private ObjectNode decrypt(Principal caller, Request request) {
        byte[] blob = request.bytes("CiphertextBlob", 1, MAX_CIPHERTEXT);
        Key key = keyOf(caller, blob, request.text("KeyId"));
        return symmetric(key).put("Plaintext", CiphertextBlob.decrypt(key, blob, request.context("EncryptionContext")));
    }

    private ObjectNode reEncrypt(Principal caller, Request request) {
        byte[] blob = request.bytes("CiphertextBlob", 1, MAX_CIPHERTEXT);
        Key source = keyOf(caller, blob, request.text("SourceKeyId"));
        Key destination = keys.use(caller, request.text("DestinationKeyId"), KeySpec.SYMMETRIC_DEFAULT);
        byte[] plaintext = CiphertextBlob.decrypt(source, blob, request.context("SourceEncryptionContext"));
        byte[] again =
                CiphertextBlob.encrypt(destination, plaintext, request.context("DestinationEncryptionContext"));
        return object()
                .put("CiphertextBlob", again)
                .put("SourceKeyId", keys.arn(source))
                .put("KeyId", keys.arn(destination))
                .put("SourceEncryptionAlgorithm", KeySpec.SYMMETRIC_DEFAULT.name())
                .put("DestinationEncryptionAlgorithm", KeySpec.SYMMETRIC_DEFAULT.name());
    }

    /** The key that a blob names; a caller who names one as well must name the same. */
    private Key keyOf(Principal caller, byte[] blob, String claimed) {
        String named = CiphertextBlob.keyId(blob).toString();
        if (claimed != null && !keys.describe(caller, claimed).id().toString().equals(named)) {
            throw KmsException.of("IncorrectKeyException", "The key ID in the request does not identify a CMK that can perform this operation.");
        }
        return keys.use(caller, named, KeySpec.SYMMETRIC_DEFAULT);
    }

    private ObjectNode generateMac(Principal caller, Request request) {
        Key key = macKey(caller, request);
        return mac(key).put("Mac", hmac(key, request.bytes("Message", 1, MAX_PLAINTEXT)));
    }

    private ObjectNode verifyMac(Principal caller, Request request) {
        Key key = macKey(caller, request);
        byte[] expected = hmac(key, request.bytes("Message", 1, MAX_PLAINTEXT));
        if (!MessageDigest.isEqual(expected, request.bytes("Mac", 1, MAX_CIPHERTEXT))) {
            throw KmsException.of("KMSInvalidMacException", "The MAC does not match the message");
        }
        return mac(key).put("MacValid", true);
    }

    private Key macKey(Principal caller, Request request) {
        failUnless(MAC_ALGORITHM.equals(request.text("MacAlgorithm")), "MacAlgorithm must be " + MAC_ALGORITHM);
        return keys.use(caller, request.text("KeyId"), KeySpec.HMAC_256);
    }

    private ObjectNode sign(Principal caller, Request request) {
        Key key = signingKey(caller, request);
        return signing(key).put("Signature", signature(key, request.bytes("Message", 1, MAX_PLAINTEXT)));
    }

    private ObjectNode verify(Principal caller, Request request) {
        Key key = signingKey(caller, request);
        byte[] message = request.bytes("Message", 1, MAX_PLAINTEXT);
        if (!isSignature(key, message, request.bytes("Signature", 1, MAX_CIPHERTEXT))) {
            throw KmsException.of("KMSInvalidSignatureException", null);
        }
        return signing(key).put("SignatureValid", true);
    }

    private Key signingKey(Principal caller, Request request) {
        failUnless(
                SIGNING_ALGORITHM.equals(request.text("SigningAlgorithm")),
                "SigningAlgorithm must be " + SIGNING_ALGORITHM);
        failUnless("RAW".equals(request.text("MessageType", "RAW")), "MessageType must be RAW");
        return keys.use(caller, request.text("KeyId"), KeySpec.ECC_NIST_EDWARDS25519);
    }

    private ObjectNode getPublicKey(Principal caller, Request request) {
        Key key = keys.show(caller, request.text("KeyId"), KeySpec.ECC_NIST_EDWARDS25519);
        ObjectNode answer = object()
                .put("KeyId", keys.arn(key))
                .put("PublicKey", key.publicKey())
                .put("KeySpec", key.spec().name())
                .put("KeyUsage", key.spec().usage());
        answer.putArray("SigningAlgorithms").add(SIGNING_ALGORITHM);
        return answer;
    }

    private ObjectNode metadata(Key key) {
        ObjectNode answer = object();
        ObjectNode metadata = answer.putObject("KeyMetadata")
                .put("KeyId", key.id().toString())
                .put("Arn", keys.arn(key))
                .put("AWSAccountId", "000000000000")
                .put("CreationDate", seconds(key.createdAt()))
                .put("Enabled", key.state().equals("Enabled"))
                .put("KeyState", key.state())
                .put("KeySpec", key.spec().name())
                .put("KeyUsage", key.spec().usage())
                .put("KeyManager", "CUSTOMER")
                .put("Origin", "AWS_KMS")
                .put("MultiRegion", false);
        if (key.deletionDate() != null) {
            metadata.put("DeletionDate", seconds(key.deletionDate()));
        }
        return answer;
    }

    private ObjectNode symmetric(Key key) {
        return object().put("KeyId", keys.arn(key)).put("EncryptionAlgorithm", KeySpec.SYMMETRIC_DEFAULT.name());
    }

    private ObjectNode mac(Key key) {
        return object().put("KeyId", keys.arn(key)).put("MacAlgorithm", MAC_ALGORITHM);
    }

    private ObjectNode signing(Key key) {
        return object().put("KeyId", keys.arn(key)).put("SigningAlgorithm", SIGNING_ALGORITHM);
    }

    private static byte[] random(int length) {
        failUnless(length >= 1 && length <= MAX_DATA_KEY, "NumberOfBytes must be between 1 and " + MAX_DATA_KEY);
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hmac(Key key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.material(), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] signature(Key key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key.material())));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isSignature(Key key, byte[] message, byte[] claimed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.publicKey())));
            signature.update(message);
            return signature.verify(claimed);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private static void failUnless(boolean condition, String message) {
        if (!condition) {
            throw KmsException.validation(message);
        }
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
