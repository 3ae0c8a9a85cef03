package health.lunaria.audit.verify.note;

import health.lunaria.safeguards.encryption.Ed25519PublicKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A key that can tell whether a note is signed by its owner (C2SP signed-note, Ed25519). Immutable. */
public final class VerifierKey {

    private static final byte ED25519 = 0x01;
    private static final int PARTS = 3;

    private final String name;
    private final int id;
    private final Ed25519PublicKey key;

    private VerifierKey(String name, int id, Ed25519PublicKey key) {
        this.name = name;
        this.id = id;
        this.key = key;
    }

    /**
     * @param line {@code name+hexadecimal id+Base64 of type and key}
     * @throws MalformedException if it is no such key, or its id is not its own
     */
    public static VerifierKey parse(String line) throws MalformedException {
        String[] parts = line.split("\\+", PARTS);
        if (parts.length != PARTS || !StrictText.isName(parts[0])) {
            throw new MalformedException("A verifier key is a name, an id and a key");
        }
        byte[] typed = StrictText.base64(parts[2]);
        if (typed.length != 1 + Ed25519PublicKey.LENGTH || typed[0] != ED25519) {
            throw new MalformedException("A verifier key is one of Ed25519");
        }
        int id = KeyIdHash.of(parts[0], typed);
        if (!parts[1].equals(HexFormat.of().toHexDigits(id))) {
            throw new MalformedException("A verifier key has the id that follows from it");
        }
        return new VerifierKey(parts[0], id, key(Arrays.copyOfRange(typed, 1, typed.length)));
    }

    /** The name of its owner: of a log, its origin. */
    public String name() {
        return name;
    }

    /** Whether the note has a signature of this key, and none that is said to be of it and is not. */
    public boolean verifies(Note note) {
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        List<NoteSignature> own = note.signatures().stream()
                .filter(signature -> signature.isOf(name, id))
                .toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> key.verifies(text, signature.bytes()));
    }

    private static Ed25519PublicKey key(byte[] bytes) throws MalformedException {
        try {
            return Ed25519PublicKey.of(bytes);
        } catch (IllegalArgumentException noPoint) {
            throw new MalformedException("A verifier key is a point of the curve");
        }
    }
}
