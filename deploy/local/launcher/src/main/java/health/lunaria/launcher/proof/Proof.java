package health.lunaria.launcher.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * That an entry is in a log, as C2SP tlog-proof@v1 writes it.
 *
 * @param extra what the entry's content follows from; nothing vouches for it before the inclusion is checked
 * @param path hashes from the leaf's sibling to the root's child
 */
record Proof(byte[] extra, long index, List<byte[]> path, SignedNote note, Checkpoint checkpoint) {

    /** Room for a hundred signatures, of which some may be of the large, quantum-safe kinds. */
    static final int MAX_LENGTH = 256 * 1024;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    static Proof parse(byte[] bytes) throws RefusedException {
        if (bytes.length > MAX_LENGTH) {
            throw new RefusedException(Check.FORMAT, "it is larger than a proof can be");
        }
        String text = Text.lines(bytes);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new RefusedException(Check.FORMAT, "it has no checkpoint");
        }
        String[] head = text.substring(0, end).split("\n", -1);
        if (!head[0].equals(HEADER)) {
            throw new RefusedException(Check.FORMAT, "it does not begin with " + HEADER);
        }
        SignedNote note = SignedNote.parse(text.substring(end + 2));
        return new Proof(extra(head), index(head), path(head), note, Checkpoint.parse(note.text()));
    }

    private static byte[] extra(String[] head) throws RefusedException {
        return Text.base64(line(head, 1, EXTRA), "the line with the event");
    }

    private static long index(String[] head) throws RefusedException {
        return Text.decimal(line(head, 2, INDEX), "the index");
    }

    private static String line(String[] head, int at, String start) throws RefusedException {
        if (head.length <= at || !head[at].startsWith(start)) {
            throw new RefusedException(Check.FORMAT, "line " + (at + 1) + " does not begin with: " + start.trim());
        }
        return head[at].substring(start.length());
    }

    private static List<byte[]> path(String[] head) throws RefusedException {
        if (head.length - 3 > Tree.MAX_PATH) {
            throw new RefusedException(Check.FORMAT, "it has more hashes than any tree has levels");
        }
        List<byte[]> path = new ArrayList<>();
        for (int i = 3; i < head.length; i++) {
            path.add(Text.hash(head[i], "line " + (i + 1)));
        }
        return path;
    }

    @Override
    public String toString() {
        return "Proof[redacted]";
    }
}
