package health.lunaria.safeguards.takeaway;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip archive that is made while it is read, so that it is never in memory as a whole, with a {@code manifest.json} of all
 * files (name, size, SHA-256) as the last one. A failure of a file is a failure of the stream: its end is told only when
 * everything is in it.
 *
 * <p>Reading blocks and computes: on a worker thread, by one thread at a time. Closing does not block, may be done by another
 * thread, and makes a read under way fail.
 */
public final class ZipInput extends InputStream {

    /** A {@linkplain TakeawayFile#written written} file has no more. */
    public static final long MAX_WRITTEN = 64L * 1024 * 1024;

    private static final int CHUNK = 32 * 1024;

    /** All files have the same: when they were made says nothing. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Iterator<TakeawayFile> files;
    private final Closeable held;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * CHUNK);
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private final List<Manifest.Entry> listed = new ArrayList<>();
    private final byte[] chunk = new byte[CHUNK];
    private EntryOutput entry;
    private byte[] ready = new byte[0];
    private int position;
    private boolean complete;
    private volatile InputStream current;
    private volatile boolean closed;

    /**
     * @param files asked for one after the other, while the archive is read
     * @param held closed with this
     */
    public ZipInput(Iterator<TakeawayFile> files, Closeable held) {
        this.files = files;
        this.held = held;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? count : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (position == ready.length) {
            if (complete) {
                return -1;
            }
            makeMore();
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, bytes, offset, count);
        position += count;
        return count;
    }

    private void makeMore() throws IOException {
        if (closed) {
            throw new IOException("This archive is closed");
        }
        if (current != null) {
            copySome();
        } else if (files.hasNext()) {
            begin(files.next());
        } else {
            finish();
        }
        ready = made.toByteArray();
        position = 0;
        made.reset();
    }

    private void begin(TakeawayFile file) throws IOException {
        if (file.isStreamed()) {
            current = file.open();
            if (closed) {
                current.close();
            }
            // What is streamed are photos and the like, which hardly get smaller.
            open(file.name(), Deflater.BEST_SPEED, Long.MAX_VALUE);
        } else {
            open(file.name(), Deflater.DEFAULT_COMPRESSION, MAX_WRITTEN);
            file.writeTo(entry);
            listed.add(entry.finish());
        }
    }

    private void copySome() throws IOException {
        int count = current.read(chunk);
        if (count >= 0) {
            entry.write(chunk, 0, count);
            return;
        }
        listed.add(entry.finish());
        current.close();
        current = null;
    }

    private void finish() throws IOException {
        open(Manifest.NAME, Deflater.DEFAULT_COMPRESSION, Manifest.MAX_BYTES);
        new Manifest(listed).writeTo(entry);
        entry.finish();
        zip.finish();
        complete = true;
    }

    private void open(String name, int level, long maxBytes) throws IOException {
        ZipEntry header = new ZipEntry(name);
        header.setTimeLocal(TIME);
        zip.setLevel(level);
        zip.putNextEntry(header);
        entry = new EntryOutput(zip, name, maxBytes);
    }

    /** The deflater is not ended here, where another thread may be using it; it goes with the garbage. */
    @Override
    public void close() throws IOException {
        closed = true;
        InputStream reading = current;
        try (held) {
            if (reading != null) {
                reading.close();
            }
        }
    }

    @Override
    public String toString() {
        return "ZipInput[redacted]";
    }
}
