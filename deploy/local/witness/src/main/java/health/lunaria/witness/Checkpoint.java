package health.lunaria.witness;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The head of a log's tree, as in <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>. Nothing is verified
 * yet.
 *
 * @param origin which log it is
 */
record Checkpoint(String origin, long size, byte[] root, SignedNote note) {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** @throws MalformedException if it is none */
    static Checkpoint parse(String text) {
        SignedNote note = SignedNote.parse(text);
        List<String> lines = List.of(note.text().split("\n", -1));
        // The last one is what follows the last newline.
        if (lines.size() < 4 || lines.subList(0, lines.size() - 1).stream().anyMatch(String::isEmpty)) {
            throw new MalformedException("A checkpoint has an origin, a size and a root hash, and no empty line");
        }
        byte[] root = Base64Text.decodeHash(lines.get(2))
                .orElseThrow(() -> new MalformedException("The root is not a hash in base64"));
        return new Checkpoint(lines.get(0), parseSize(lines.get(1)), root, note);
    }

    /** @throws MalformedException if it is no decimal without leading zeroes, or above 2⁶³ - 1 */
    static long parseSize(String text) {
        try {
            if (DECIMAL.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // Said below.
        }
        throw new MalformedException("Not a tree size");
    }
}
