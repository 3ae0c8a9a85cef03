package health.lunaria.audit.verify.note;

import health.lunaria.audit.verify.tree.TreeHash;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the text of a checkpoint says (C2SP tlog-checkpoint).
 *
 * @param origin names the log
 * @param extensions what further lines say; usually there are none
 */
public record CheckpointBody(String origin, long size, byte[] root, List<String> extensions) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int LINES = 3;

    public CheckpointBody {
        extensions = List.copyOf(extensions);
    }

    /** @throws MalformedException if it is not the text of a checkpoint */
    public static CheckpointBody parse(String text) throws MalformedException {
        if (!text.endsWith("\n")) {
            throw new MalformedException("A checkpoint ends with a new line");
        }
        List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES || lines.contains("")) {
            throw new MalformedException("A checkpoint has three lines or more, none of them empty");
        }
        return new CheckpointBody(
                lines.get(0), size(lines.get(1)), root(lines.get(2)), lines.subList(LINES, lines.size()));
    }

    private static long size(String line) throws MalformedException {
        if (!SIZE.matcher(line).matches()) {
            throw new MalformedException("A tree's size is a decimal number without leading zeroes");
        }
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException tooLarge) {
            throw new MalformedException("A tree's size fits 63 bits");
        }
    }

    private static byte[] root(String line) throws MalformedException {
        byte[] root = StrictText.base64(line);
        if (root.length != TreeHash.LENGTH) {
            throw new MalformedException("A root hash has " + TreeHash.LENGTH + " bytes");
        }
        return root;
    }
}
