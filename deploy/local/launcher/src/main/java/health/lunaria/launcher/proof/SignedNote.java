package health.lunaria.launcher.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text with the newline that ends it: what the signatures cover
 */
record SignedNote(String text, List<Signature> signatures) {

    private static final String MARK = "\u2014 ";
    private static final int MAX_SIGNATURES = 100;
    private static final int KEY_ID_LENGTH = 4;

    /**
     * One line.
     *
     * @param keyId the four bytes before the signature proper
     */
    record Signature(String keyName, byte[] keyId, byte[] bytes) {

        static Signature parse(String line) throws RefusedException {
            int space = line.lastIndexOf(' ');
            if (!line.startsWith(MARK) || space < MARK.length()) {
                throw new RefusedException(Check.FORMAT, "a signature line is not written as one");
            }
            String name = line.substring(MARK.length(), space);
            byte[] signature = Text.base64(line.substring(space + 1), "a signature");
            if (!Text.isKeyName(name) || signature.length <= KEY_ID_LENGTH) {
                throw new RefusedException(Check.FORMAT, "a signature line is not written as one");
            }
            return new Signature(
                    name,
                    Arrays.copyOf(signature, KEY_ID_LENGTH),
                    Arrays.copyOfRange(signature, KEY_ID_LENGTH, signature.length));
        }
    }

    /** @param note all of it, as {@link Text#lines} gave it */
    static SignedNote parse(String note) throws RefusedException {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || end + 2 == note.length()) {
            throw new RefusedException(Check.FORMAT, "the checkpoint has no signatures");
        }
        String[] lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new RefusedException(Check.FORMAT, "the checkpoint has more than " + MAX_SIGNATURES + " signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(Signature.parse(line));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** Those that say that they are by a key, which has to be verified. Those of others mean nothing. */
    Stream<Signature> by(VerifierKey key) {
        return signatures.stream()
                .filter(signature ->
                        signature.keyName().equals(key.name()) && Arrays.equals(signature.keyId(), key.id()));
    }
}
