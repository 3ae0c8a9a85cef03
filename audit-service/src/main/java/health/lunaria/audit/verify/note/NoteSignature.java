package health.lunaria.audit.verify.note;

import java.nio.ByteBuffer;

/**
 * One signature line of a note.
 *
 * @param name of the key that is said to have signed
 * @param keyId tells keys of one name apart; says nothing about who signed
 * @param bytes of the signature itself
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String DASH = "— ";

    static NoteSignature parse(String line) throws MalformedException {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new MalformedException("A signature line is a dash, a name and a signature");
        }
        String name = line.substring(DASH.length(), space);
        ByteBuffer signature = ByteBuffer.wrap(StrictText.base64(line.substring(space + 1)));
        if (!StrictText.isName(name) || signature.remaining() <= Integer.BYTES) {
            throw new MalformedException("A signature has the name of a key, its id, and bytes");
        }
        int keyId = signature.getInt();
        byte[] bytes = new byte[signature.remaining()];
        signature.get(bytes);
        return new NoteSignature(name, keyId, bytes);
    }

    /** Whether it is said to be of the key with this name and id. */
    boolean isOf(String otherName, int otherId) {
        return name.equals(otherName) && keyId == otherId;
    }
}
