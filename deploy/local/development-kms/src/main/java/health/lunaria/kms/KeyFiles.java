package health.lunaria.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keys on disk: one file each, {@code version(1) | AES-256-GCM(root secret, JSON of the whole key, AAD file name)}. So a
 * file that was altered, renamed or sealed under another root secret is noticed. Written to a temporary file, flushed and
 * renamed: a crash leaves the old state or the new one.
 */
final class KeyFiles {

    private static final byte VERSION_1 = 1;
    private static final String SUFFIX = ".key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final byte[] rootSecret;

    KeyFiles(Path directory, byte[] rootSecret) {
        this.directory = directory;
        this.rootSecret = rootSecret.clone();
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @throws IllegalStateException naming the file, if one does not open */
    List<Key> readAll() {
        List<Key> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files.filter(KeyFiles::isKeyFile)::iterator) {
                keys.add(read(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return keys;
    }

    void write(Key key) {
        Path file = file(key.id());
        byte[] sealed = Sealing.seal(rootSecret, toJson(key), associatedData(file));
        byte[] content = ByteBuffer.allocate(1 + sealed.length).put(VERSION_1).put(sealed).array();
        try {
            Path temporary = Files.createTempFile(directory, "write", ".tmp");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            flushDirectory();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
            flushDirectory();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void flushDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Key read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length == 0 || content[0] != VERSION_1) {
            throw damaged(file);
        }
        byte[] sealed = Arrays.copyOfRange(content, 1, content.length);
        byte[] json = Sealing.open(rootSecret, sealed, associatedData(file)).orElseThrow(() -> damaged(file));
        return fromJson(json);
    }

    private Path file(UUID id) {
        return directory.resolve(id + SUFFIX);
    }

    private static boolean isKeyFile(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    private static byte[] associatedData(Path file) {
        return file.getFileName().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalStateException damaged(Path file) {
        return new IllegalStateException(
                "The key file " + file.getFileName() + " is damaged or was sealed under another root secret");
    }

    private static byte[] toJson(Key key) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", key.id().toString())
                .put("spec", key.spec().name())
                .put("principal", key.principal())
                .put("createdAt", key.createdAt().toString())
                .put("enabled", key.enabled())
                .put("deletionDate", key.deletionDate() == null ? null : key.deletionDate().toString())
                .put("material", key.material())
                .put("publicKey", key.publicKey());
        ObjectNode tags = json.putObject("tags");
        key.tags().forEach(tags::put);
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Key fromJson(byte[] bytes) throws IOException {
        var json = JSON.readTree(bytes);
        var deletionDate = json.get("deletionDate");
        return new Key(
                UUID.fromString(json.get("id").textValue()),
                KeySpec.valueOf(json.get("spec").textValue()),
                json.get("principal").textValue(),
                Instant.parse(json.get("createdAt").textValue()),
                json.get("enabled").booleanValue(),
                deletionDate.isNull() ? null : Instant.parse(deletionDate.textValue()),
                json.get("material").binaryValue(),
                json.get("publicKey").binaryValue(),
                tags(json.path("tags")));
    }

    /** Files of earlier builds have none. */
    private static Map<String, String> tags(JsonNode json) {
        Map<String, String> tags = new TreeMap<>();
        json.properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().textValue()));
        return tags;
    }
}
