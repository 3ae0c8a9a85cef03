package health.lunaria.safeguards.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads policies from the class path. {@code policies/index} names them with their hashes, in the form of {@code sha256sum}: a
 * native image cannot list the class path, and a text that was changed after people agreed to it must not pass. The front matter of a version that
 * only corrects the one before it says {@code material: no}.
 */
public final class PolicyDocuments {

    private static final String FOLDER = "policies/";
    private static final String INDEX = FOLDER + "index";

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64})  ([a-z][a-z-]{0,31})/([a-z0-9][a-z0-9.-]{0,15})\\.md");
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "---\nversion: (\\S+)\neffective: (\\S+)\n(material: no\n)?---\n(?=[^\n])", Pattern.UNIX_LINES);

    private PolicyDocuments() {}

    /** Where a document's bytes come from; {@code null} if there is none of this name. */
    public interface Source {
        InputStream open(String name);
    }

    /** @throws IllegalStateException if something is missing, malformed or not what the index says */
    public static List<Policy> read(Source source) {
        return text(source, INDEX).lines().map(line -> policy(source, line)).toList();
    }

    private static Policy policy(Source source, String line) {
        Matcher entry = LINE.matcher(line);
        if (!entry.matches()) {
            throw new IllegalStateException("The index of policies has a line that is none: " + line);
        }
        String id = entry.group(2) + "/" + entry.group(3);
        String text = text(source, FOLDER + id + ".md");
        Matcher front = FRONT_MATTER.matcher(text);
        if (!front.lookingAt() || !front.group(1).equals(entry.group(3))) {
            throw new IllegalStateException("Policy without its version and effective date: " + id);
        }
        if (!PolicyHash.of(text).equals(entry.group(1))) {
            throw new IllegalStateException("Policy whose text is not the one of the index: " + id);
        }
        return new Policy(
                entry.group(2), entry.group(3), day(id, front.group(2)), front.group(3) == null, text, entry.group(1));
    }

    private static LocalDate day(String id, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalStateException("Policy with an effective date that is none: " + id, malformed);
        }
    }

    private static String text(Source source, String name) {
        try (InputStream in = source.open(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Unreadable: " + name, unreadable);
        }
    }
}
