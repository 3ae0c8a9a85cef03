package health.lunaria.safeguards.takeaway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads archives that {@link ZipInput} made, file by file, as they come from another service. Blocking; not thread-safe. */
public final class ZipParts implements AutoCloseable {

    private static final int BUFFER = 32 * 1024;

    private final ZipInputStream zip;

    public ZipParts(InputStream archive) {
        this.zip = new ZipInputStream(archive, StandardCharsets.UTF_8);
    }

    /** A file; its content can be read until the next one is asked for. */
    public record Part(String name, InputStream content) {

        @Override
        public String toString() {
            return "Part[" + name + "]";
        }
    }

    /**
     * The next file; empty after the last one. The manifest is none.
     *
     * @throws IOException if the archive is broken, or a name is not one of {@linkplain TakeawayFile#isName ours}
     */
    public Optional<Part> next() throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || entry.getName().equals(Manifest.NAME)) {
            return Optional.empty();
        }
        if (entry.isDirectory() || !TakeawayFile.isName(entry.getName())) {
            throw new IOException("A file in an archive has another name");
        }
        return Optional.of(new Part(entry.getName(), new Unclosed(zip)));
    }

    /**
     * Reads an archive to its end.
     *
     * @param maxBytes of all contents together
     * @param maxFiles how many there may be
     * @throws ArchiveTooLargeException if there is more
     * @throws IOException if anything is missing, doubled or altered, or it is no archive at all
     */
    public static void check(InputStream archive, long maxBytes, int maxFiles) throws IOException {
        try (ZipParts parts = new ZipParts(archive)) {
            Map<String, Manifest.Entry> found = new LinkedHashMap<>();
            long left = maxBytes;
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                Manifest.Entry entry = entry(part.get(), left);
                left -= entry.size();
                if (found.put(entry.name(), entry) != null) {
                    throw new IOException("An archive has a file twice");
                }
                if (found.size() > maxFiles) {
                    throw new ArchiveTooLargeException();
                }
            }
            if (!parts.manifest().files().equals(List.copyOf(found.values()))) {
                throw new IOException("An archive holds something else than its manifest says");
            }
        }
    }

    private static Manifest.Entry entry(Part part, long maxBytes) throws IOException {
        ContentHash hash = new ContentHash();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int count = part.content().read(buffer);
                count >= 0;
                count = part.content().read(buffer)) {
            size += count;
            if (size > maxBytes) {
                throw new ArchiveTooLargeException();
            }
            hash.update(buffer, 0, count);
        }
        return new Manifest.Entry(part.name(), size, hash.hex());
    }

    /** Where the files end, there it stands, and nothing after it. */
    private Manifest manifest() throws IOException {
        byte[] json = zip.readNBytes(Manifest.MAX_BYTES);
        if (json.length == 0 || json.length == Manifest.MAX_BYTES || zip.getNextEntry() != null) {
            throw new IOException("An archive has no manifest at its end");
        }
        return Manifest.read(json);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A file ends before the archive does. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream content) {
            super(content);
        }

        @Override
        public void close() {
            // The next file is read from the same stream.
        }
    }
}
