package health.lunaria.audit.log;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the log's key signs beside checkpoints. Its first line is that of no checkpoint, and its second begins with a word
 * where a checkpoint has its size, so that neither is ever taken for the other.
 *
 * @param kind what follows the log's origin in the first line, with the version of the form, e.g. {@code evidence/v1}
 * @param lines each a word, a blank and what is said; they stand in clear
 */
public record Statement(String kind, List<String> lines) {

    private static final Pattern KIND = Pattern.compile("[a-z]+/v[1-9][0-9]*");
    private static final Pattern LINE = Pattern.compile("[a-z]+ [!-~]+");

    public Statement {
        lines = List.copyOf(lines);
        if (!KIND.matcher(kind).matches()
                || lines.isEmpty()
                || !lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
            throw new IllegalArgumentException("A statement is a kind and lines of a word and what is said");
        }
    }

    /** The text that is signed. */
    String body(String origin) {
        return origin + "/" + kind + "\n" + String.join("\n", lines) + "\n";
    }
}
