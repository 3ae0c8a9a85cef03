package health.lunaria.cycle.imports.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The entries of a zip archive, in their order in the file. It is read as a stream: the directory at its end, with which other
 * readers may see other entries, is not looked at. Names are compared, never used as paths; an archive within it is not opened.
 */
final class ZipEntries {

    private static final int MAX_NAME = 512;
    private static final int RATIO_FROM = 1 << 20;

    private final BoundedInput packed;
    private final ZipInputStream zip;
    private final InputStream unpacked;
    private final ImportLimits limits;
    private final Set<String> names = new HashSet<>();

    ZipEntries(InputStream file, ImportLimits limits) {
        this.limits = limits;
        packed = new BoundedInput(file, Long.MAX_VALUE);
        zip = new ZipInputStream(packed);
        unpacked = new BoundedInput(zip, limits.expandedBytes()) {
            @Override
            void onRead(int bytes) throws IOException {
                if (count() > RATIO_FROM && count() / limits.ratio() > packed.count()) {
                    throw new RefusedInput(UnreadableReason.TOO_COMPRESSED);
                }
            }
        };
    }

    /** Goes on to the next entry, through the rest of the one before. */
    boolean next() throws ImportException {
        drain();
        ZipEntry entry = nextEntry();
        if (entry == null) {
            return false;
        }
        String name = entry.getName();
        if (name.length() > MAX_NAME) {
            throw fail(UnreadableReason.TOO_LONG);
        }
        if (!names.add(name)) {
            throw fail(UnreadableReason.DUPLICATE_ENTRY);
        }
        if (names.size() > limits.entries()) {
            throw fail(UnreadableReason.TOO_MANY_ENTRIES);
        }
        return true;
    }

    /** What the entry unpacks to, within the limits. It is checked against its checksum at its end. */
    InputStream content() {
        return unpacked;
    }

    /** Reads to the end of the entry. */
    void drain() throws ImportException {
        if (names.isEmpty()) {
            return;
        }
        byte[] buffer = new byte[Head.LENGTH];
        try {
            while (unpacked.read(buffer, 0, buffer.length) >= 0) {
                // Only the limits and the checksum matter.
            }
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    /** Of the entry, counted from 1. */
    int index() {
        return names.size();
    }

    ImportException failure(IOException broken) {
        return ImportException.because(broken, UnreadableReason.DAMAGED_ARCHIVE, 0)
                .withEntry(index());
    }

    private ZipEntry nextEntry() throws ImportException {
        try {
            return zip.getNextEntry();
        } catch (EOFException truncated) {
            throw fail(UnreadableReason.DAMAGED_ARCHIVE);
        } catch (ZipException damaged) {
            boolean encrypted = String.valueOf(damaged.getMessage()).contains("encrypted");
            throw fail(encrypted ? UnreadableReason.ENCRYPTED_ARCHIVE : UnreadableReason.DAMAGED_ARCHIVE);
        } catch (IOException broken) {
            throw failure(broken);
        } catch (IllegalArgumentException notAName) {
            throw fail(UnreadableReason.DAMAGED_ARCHIVE);
        }
    }

    private ImportException fail(UnreadableReason reason) {
        return ImportException.inEntry(reason, index());
    }
}
