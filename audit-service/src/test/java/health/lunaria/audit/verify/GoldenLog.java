package health.lunaria.audit.verify;

import static java.util.stream.Collectors.toMap;

import health.lunaria.audit.verify.NodeRow.Place;
import health.lunaria.audit.verify.note.CheckpointBody;
import health.lunaria.audit.verify.note.MalformedException;
import health.lunaria.audit.verify.note.Note;
import health.lunaria.audit.verify.note.VerifierKey;
import health.lunaria.audit.verify.tree.NaiveTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A small log as files, for whoever has to accept it: {@code key.txt}, {@code leaves.txt} (hexadecimal, in order), {@code
 * nodes.txt} (level, index, hash), {@code checkpoint-<size>.txt}. Signed by a key that is for tests only.
 */
final class GoldenLog {

    static final TestLog ORIGINAL = TestLog.of(300, TestLogKey.number(1), 1, 2, 200, 256, 299, 300);

    private static final HexFormat HEX = HexFormat.of();

    private final Path directory;

    GoldenLog(Path directory) {
        this.directory = directory;
    }

    static GoldenLog inResources() throws Exception {
        return new GoldenLog(
                Path.of(GoldenLog.class.getResource("/verify/golden/key.txt").toURI())
                        .getParent());
    }

    /** Writes the files anew; a stored format that changes is a reason to think twice. */
    public static void main(String[] arguments) throws IOException {
        new GoldenLog(Path.of(arguments[0])).write();
    }

    void write() throws IOException {
        Files.createDirectories(directory);
        write("key.txt", List.of(ORIGINAL.key().line()));
        write("leaves.txt", ORIGINAL.leaves().stream().map(HEX::formatHex).toList());
        write(
                "nodes.txt",
                ORIGINAL.nodeRows().stream()
                        .map(row -> row.place().level() + " " + row.place().index() + " " + HEX.formatHex(row.hash()))
                        .toList());
        for (CheckpointRow row : ORIGINAL.checkpointRows()) {
            Files.writeString(directory.resolve("checkpoint-" + row.size() + ".txt"), row.note());
        }
    }

    VerifierKey key() throws IOException, MalformedException {
        return VerifierKey.parse(
                Files.readAllLines(directory.resolve("key.txt")).get(0));
    }

    LogPage page() throws IOException, MalformedException {
        List<LeafRow> leaves = leaves();
        return new LogPage(
                0,
                leaves.size(),
                leaves,
                nodes().stream().collect(toMap(NodeRow::place, NodeRow::hash)),
                checkpoints().stream().collect(toMap(CheckpointRow::size, row -> row)));
    }

    private List<LeafRow> leaves() throws IOException {
        List<LeafRow> rows = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("leaves.txt"))) {
            byte[] leaf = HEX.parseHex(line);
            rows.add(new LeafRow(rows.size(), new UUID(0, rows.size()), leaf, NaiveTree.root(List.of(leaf)), 0));
        }
        return rows;
    }

    private List<NodeRow> nodes() throws IOException {
        return Files.readAllLines(directory.resolve("nodes.txt")).stream()
                .map(line -> line.split(" "))
                .map(parts -> new NodeRow(
                        new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1])), HEX.parseHex(parts[2])))
                .toList();
    }

    private List<CheckpointRow> checkpoints() throws IOException, MalformedException {
        List<CheckpointRow> rows = new ArrayList<>();
        try (var files = Files.newDirectoryStream(directory, "checkpoint-*.txt")) {
            for (Path file : files) {
                String note = Files.readString(file);
                CheckpointBody body = CheckpointBody.parse(Note.parse(note).text());
                rows.add(new CheckpointRow(body.size(), body.root(), note, 0));
            }
        }
        return rows;
    }

    private void write(String file, List<String> lines) throws IOException {
        Files.write(directory.resolve(file), lines);
    }
}
