package health.lunaria.cycle.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Optional;

/** Reads a file of any format that is known. Blocks, and writes nothing anywhere. */
public final class ImportFiles {

    private static final List<ImportFormat> FORMATS =
            List.of(new LunariaCsv(), new DripCsv(), new ClueJson(), new FloJson(), new AppleHealthXml());

    private ImportFiles() {}

    /**
     * Opens the file if it is an archive, finds out the format, and reads it to its end. Does not close it. Of an archive the
     * one entry is read whose content is of a known format, whatever its name.
     *
     * @throws ImportException if the file cannot be read; nothing is read by half
     */
    public static ImportedDays read(InputStream file, ImportLimits limits) throws ImportException {
        PushbackInputStream input = Head.peekable(new SourceInput(file, limits.fileBytes()));
        byte[] head = peek(input);
        if (head.length == 0) {
            throw ImportException.of(UnreadableReason.EMPTY);
        }
        if (isArchive(head)) {
            return readArchive(input, limits);
        }
        return format(head)
                .orElseThrow(() -> ImportException.of(UnreadableReason.UNKNOWN_FORMAT))
                .read(input, limits);
    }

    private static byte[] peek(PushbackInputStream input) throws ImportException {
        try {
            return Head.peek(input);
        } catch (IOException refused) {
            throw ImportException.because(refused, UnreadableReason.SOURCE_FAILED, 0);
        }
    }

    /** The signature of an entry, or of the end of an archive without any (APPNOTE.TXT 4.3.7 and 4.3.16). */
    private static boolean isArchive(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    private static Optional<ImportFormat> format(byte[] head) {
        return FORMATS.stream().filter(format -> format.recognises(head)).findFirst();
    }

    private static ImportedDays readArchive(InputStream file, ImportLimits limits) throws ImportException {
        ZipEntries entries = new ZipEntries(file, limits);
        ImportedDays found = null;
        while (entries.next()) {
            PushbackInputStream content = Head.peekable(entries.content());
            Optional<ImportFormat> format = entryFormat(entries, content);
            if (format.isPresent() && found != null) {
                throw ImportException.inEntry(UnreadableReason.SEVERAL_EXPORTS, entries.index());
            }
            if (format.isPresent()) {
                found = readEntry(entries, format.get(), content, limits);
            }
        }
        if (found == null) {
            throw ImportException.of(UnreadableReason.UNKNOWN_FORMAT);
        }
        return found;
    }

    private static Optional<ImportFormat> entryFormat(ZipEntries entries, PushbackInputStream content)
            throws ImportException {
        try {
            return format(Head.peek(content));
        } catch (IOException broken) {
            throw entries.failure(broken);
        }
    }

    private static ImportedDays readEntry(
            ZipEntries entries, ImportFormat format, InputStream content, ImportLimits limits) throws ImportException {
        try {
            ImportedDays days = format.read(content, limits);
            entries.drain();
            return days;
        } catch (ImportException unreadable) {
            throw unreadable.withEntry(entries.index());
        }
    }
}
