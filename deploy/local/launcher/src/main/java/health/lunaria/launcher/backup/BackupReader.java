package health.lunaria.launcher.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a backup twice: first all of it, to see that it is whole and what was written, then to restore it. Whatever is wrong
 * with it is a {@link RefusedBackupException} of the first reading.
 */
final class BackupReader {

    private static final int MAX_MANIFEST = 64 << 20;

    private final Path file;
    private final BackupHeader header;
    private final byte[] key;

    private BackupReader(Path file, BackupHeader header, byte[] key) {
        this.file = file;
        this.header = header;
        this.key = key;
    }

    static BackupReader open(Path file, UUID stack, BackupKeys keys) {
        BackupHeader header = header(file);
        if (!header.stack().equals(stack)) {
            throw new RefusedBackupException("It is of another stack");
        }
        return new BackupReader(file, header, keys.open(header));
    }

    static BackupHeader header(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return BackupHeader.read(in);
        } catch (IOException unreadable) {
            throw new RefusedBackupException("It cannot be read", unreadable);
        }
    }

    BackupHeader header() {
        return header;
    }

    /** Takes the content of one entry; need not read all of it. */
    interface Taker {
        void take(String name, InputStream content) throws IOException;
    }

    /** Reads everything. @return what the backup says of itself, once that is known to be true */
    Manifest verify() {
        List<Manifest.Entry> found = new ArrayList<>();
        Manifest manifest = walk((name, content) -> {
            MessageDigest digest = BackupWriter.sha256();
            long size = new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            found.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest())));
        });
        if (!manifest.entries().equals(found)) {
            throw new RefusedBackupException("Its manifest names other content than it has");
        }
        if (manifest.kind() != header.kind()
                || !manifest.stack().equals(header.stack())
                || !manifest.takenAt().equals(header.takenAt())) {
            throw new RefusedBackupException("Its manifest is that of another backup");
        }
        return manifest;
    }

    /** Gives every entry but the manifest to the taker, in their order. */
    void read(Taker taker) {
        walk(taker);
    }

    private Manifest walk(Taker taker) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            BackupHeader again = BackupHeader.read(raw);
            if (!again.equals(header)) {
                throw new RefusedBackupException("It was changed meanwhile");
            }
            InputStream opened = SealedBackup.open(raw, header, key);
            ZipInputStream zip = new ZipInputStream(opened);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.NAME)) {
                    Manifest manifest = Manifest.decode(atMost(zip, MAX_MANIFEST));
                    failUnlessLast(zip);
                    // What follows is the directory of the ZIP; only at its end is it known that nothing was cut off.
                    opened.transferTo(OutputStream.nullOutputStream());
                    return manifest;
                }
                taker.take(entry.getName(), zip);
            }
            throw new RefusedBackupException("It was not finished");
        } catch (IOException broken) {
            throw new RefusedBackupException("It is damaged, or is not what was written", broken);
        }
    }

    private static void failUnlessLast(ZipInputStream zip) throws IOException {
        if (zip.getNextEntry() != null) {
            throw new RefusedBackupException("Something follows its manifest");
        }
    }

    private static byte[] atMost(InputStream in, int max) throws IOException {
        byte[] bytes = in.readNBytes(max + 1);
        if (bytes.length > max) {
            throw new RefusedBackupException("Its manifest is too long");
        }
        return bytes;
    }
}
