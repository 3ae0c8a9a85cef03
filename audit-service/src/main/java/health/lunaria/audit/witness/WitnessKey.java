package health.lunaria.audit.witness;

import health.lunaria.audit.log.TreeHash;
import health.lunaria.safeguards.encryption.Ed25519PublicKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key that verifies a witness's cosignatures (C2SP tlog-cosignature, Ed25519). Immutable. */
final class WitnessKey {

    private static final byte COSIGNATURE = 0x04;
    private static final int ID_LENGTH = 4;
    private static final int SIGNATURE_LENGTH = 64;
    private static final Pattern VKEY = Pattern.compile("([^+\\p{Z}\\p{C}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");

    private final String name;
    private final byte[] id;
    private final Ed25519PublicKey key;

    private WitnessKey(String name, byte[] id, Ed25519PublicKey key) {
        this.name = name;
        this.id = id;
        this.key = key;
    }

    /**
     * @param vkey {@code name+hex(id)+base64(0x04 | public key)}
     * @throws IllegalArgumentException if it is none of this type, or its id is not that of its key
     */
    static WitnessKey parse(String vkey) {
        Matcher parts = VKEY.matcher(vkey);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The witness's key is no vkey of an Ed25519 key");
        }
        byte[] material = Base64.getDecoder().decode(parts.group(3));
        byte[] id = id(parts.group(1), material);
        if (material[0] != COSIGNATURE) {
            throw new IllegalArgumentException("The witness's key is not of type 0x04, Ed25519 cosignatures");
        }
        if (!Arrays.equals(id, HexFormat.of().parseHex(parts.group(2)))) {
            throw new IllegalArgumentException("The id of the witness's key is not that of the key");
        }
        return new WitnessKey(
                parts.group(1), id, Ed25519PublicKey.of(Arrays.copyOfRange(material, 1, material.length)));
    }

    private static byte[] id(String name, byte[] material) {
        byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return TreeHash.keyId(ByteBuffer.allocate(text.length + material.length)
                .put(text)
                .put(material)
                .array());
    }

    /**
     * The cosignature by this key among the lines of an answer. Lines of other keys are passed over.
     *
     * @param body of the checkpoint: what stands above its signatures, without the empty line
     * @return the line with its newline; empty if there is none, or if one that names this key is wrong
     */
    Optional<String> cosignature(String answer, String body) {
        String start = "— " + name + " ";
        Optional<String> verified = Optional.empty();
        for (String line : answer.split("\n", -1)) {
            Optional<byte[]> decoded =
                    line.startsWith(start) ? decode(line.substring(start.length())) : Optional.empty();
            if (decoded.filter(this::isNamed).isEmpty()) {
                continue;
            }
            if (!verifies(decoded.get(), body)) {
                return Optional.empty();
            }
            verified = verified.or(() -> Optional.of(line + "\n"));
        }
        return verified;
    }

    /** Only in the one canonical form: what is passed on must be the same for every reader. */
    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64))
                    .filter(bytes -> Base64.getEncoder().encodeToString(bytes).equals(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private boolean isNamed(byte[] signature) {
        return signature.length > ID_LENGTH && Arrays.equals(signature, 0, ID_LENGTH, id, 0, ID_LENGTH);
    }

    private boolean verifies(byte[] line, String body) {
        if (line.length != ID_LENGTH + Long.BYTES + SIGNATURE_LENGTH) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(line, ID_LENGTH, line.length - ID_LENGTH);
        long seconds = bytes.getLong();
        byte[] signature = new byte[SIGNATURE_LENGTH];
        bytes.get(signature);
        String message = "cosignature/v1\ntime " + seconds + "\n" + body;
        return seconds > 0 && key.verifies(message.getBytes(StandardCharsets.UTF_8), signature);
    }

    @Override
    public String toString() {
        return "WitnessKey[" + name + "]";
    }
}
