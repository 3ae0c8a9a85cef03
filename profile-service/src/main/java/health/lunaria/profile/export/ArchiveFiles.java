package health.lunaria.profile.export;

import health.lunaria.safeguards.files.FileReader;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import health.lunaria.safeguards.takeaway.ZipParts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The files of an archive, one after the other: what explains it, the front page, then those of each part in a folder of its
 * own. Blocking; a file's content can be read until it is asked whether there is a next one.
 */
final class ArchiveFiles implements Iterator<TakeawayFile>, Closeable {

    private static final String READ_ME = "/export/README.txt";

    private final FileReader reader;
    private final Deque<TakeawayFile> own = new ArrayDeque<>();
    private final Deque<ArchiveCheckpoint.Part> left;
    private volatile ZipParts open;
    private String folder;
    private TakeawayFile next;

    /** @param made when the archive was asked for */
    ArchiveFiles(FileReader reader, List<ArchiveCheckpoint.Part> parts, Instant made) {
        this.reader = reader;
        this.left = new ArrayDeque<>(parts);
        own.add(TakeawayFile.streamed("README.txt", ArchiveFiles::readMe));
        own.add(TakeawayFile.written("index.html", out -> new FrontPage(reader, parts, made).writeTo(out)));
    }

    private static InputStream readMe() {
        return ArchiveFiles.class.getResourceAsStream(READ_ME);
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = own.isEmpty() ? ofParts() : own.remove();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return next != null;
    }

    @Override
    public TakeawayFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TakeawayFile found = next;
        next = null;
        return found;
    }

    /** With the reader; what is being read then fails. */
    @Override
    public void close() throws IOException {
        ZipParts reading = open;
        try (reader) {
            if (reading != null) {
                reading.close();
            }
        }
    }

    /** {@code null} after the last one. */
    private TakeawayFile ofParts() throws IOException {
        while (open != null || !left.isEmpty()) {
            if (open == null) {
                ArchiveCheckpoint.Part part = left.remove();
                open = new ZipParts(reader.open(part.stored()));
                folder = part.folder();
            }
            Optional<ZipParts.Part> file = open.next();
            if (file.isPresent()) {
                ZipParts.Part found = file.get();
                return TakeawayFile.streamed(folder + "/" + found.name(), found::content);
            }
            open.close();
            open = null;
        }
        return null;
    }
}
