package health.lunaria.safeguards.takeaway;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** One file of a zip archive: counts and hashes what is written, and refuses more than so much. Not closed by its writer. */
final class EntryOutput extends OutputStream {

    private final ZipOutputStream zip;
    private final String name;
    private final long maxBytes;
    private final ContentHash hash = new ContentHash();
    private long size;

    EntryOutput(ZipOutputStream zip, String name, long maxBytes) {
        this.zip = zip;
        this.name = name;
        this.maxBytes = maxBytes;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > maxBytes) {
            throw new IOException("A file is larger than an archive takes");
        }
        hash.update(bytes, offset, length);
        zip.write(bytes, offset, length);
    }

    /** Ends the file. */
    Manifest.Entry finish() throws IOException {
        zip.closeEntry();
        return new Manifest.Entry(name, size, hash.hex());
    }
}
