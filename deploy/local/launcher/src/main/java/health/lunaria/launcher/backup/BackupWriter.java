package health.lunaria.launcher.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the entries of one backup, a ZIP within the seal, and the manifest as the last of them. */
final class BackupWriter implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    BackupWriter(OutputStream sealed) {
        this.zip = new ZipOutputStream(sealed);
        // Columns of bytes are copied as text, which shrinks to half at once; what is sealed in them does not shrink.
        this.zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Writes the content of one entry. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        MessageDigest digest = sha256();
        Counted counted = new Counted(zip, digest);
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(counted);
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, counted.count, HexFormat.of().formatHex(digest.digest())));
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.encode());
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Stays open: the next entry goes to the same archive. */
    private static final class Counted extends DigestOutputStream {

        private long count;

        Counted(OutputStream out, MessageDigest digest) {
            super(out, digest);
        }

        @Override
        public void write(int value) throws IOException {
            super.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void close() {}
    }
}
