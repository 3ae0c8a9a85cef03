package health.lunaria.witness;

import java.util.List;

/**
 * The body of an {@code add-checkpoint} request, as in <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>.
 * Nothing is verified yet.
 *
 * @param oldSize of the checkpoint that the proof begins at
 */
record Submission(long oldSize, List<byte[]> proof, Checkpoint checkpoint) {

    private static final int MAX_PROOF = 63;
    private static final String OLD = "old ";

    /** @throws MalformedException if it has not the form of one */
    static Submission parse(byte[] body) {
        String text = SignedNote.decode(body);
        int separator = text.indexOf("\n\n");
        if (separator < 0) {
            throw new MalformedException("No empty line before the checkpoint");
        }
        List<String> lines = List.of(text.substring(0, separator).split("\n", -1));
        if (!lines.get(0).startsWith(OLD)) {
            throw new MalformedException("No old size");
        }
        if (lines.size() > 1 + MAX_PROOF) {
            throw new MalformedException("More than " + MAX_PROOF + " proof lines");
        }
        return new Submission(
                Checkpoint.parseSize(lines.get(0).substring(OLD.length())),
                lines.stream().skip(1).map(Submission::hash).toList(),
                Checkpoint.parse(text.substring(separator + 2)));
    }

    private static byte[] hash(String line) {
        return Base64Text.decodeHash(line)
                .orElseThrow(() -> new MalformedException("A proof line is not a hash in base64"));
    }
}
