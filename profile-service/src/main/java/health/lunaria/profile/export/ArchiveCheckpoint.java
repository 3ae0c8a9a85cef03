package health.lunaria.profile.export;

import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.takeaway.ExportedFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an export came.
 *
 * @param parts those that were fetched
 * @param archive {@code null} before it is packed
 */
@Confidential
record ArchiveCheckpoint(List<Part> parts, ExportedFile archive) {

    static final ArchiveCheckpoint START = new ArchiveCheckpoint(List.of(), null);

    /** A step for each part, and one for packing. */
    static final int STEPS = Source.ALL.size() + 1;

    ArchiveCheckpoint {
        parts = List.copyOf(parts);
    }

    /**
     * A part as it is stored.
     *
     * @param folder of its {@link Source}
     * @param file id of the stored file
     */
    @Confidential
    record Part(String folder, String file, long length) {

        StoredFile stored() {
            return new StoredFile(new FileId(file), length);
        }

        @Override
        public String toString() {
            return "Part[redacted]";
        }
    }

    Optional<Source> nextSource() {
        return Source.ALL.stream()
                .filter(source -> parts.stream().noneMatch(part -> part.folder().equals(source.folder())))
                .findFirst();
    }

    ArchiveCheckpoint with(Source source, StoredFile file) {
        Part part = new Part(source.folder(), file.id().text(), file.length());
        return new ArchiveCheckpoint(
                Stream.concat(parts.stream(), Stream.of(part)).toList(), null);
    }

    ArchiveCheckpoint withOnly(List<Part> left) {
        return new ArchiveCheckpoint(left, archive);
    }

    ArchiveCheckpoint packed(ExportedFile file) {
        return new ArchiveCheckpoint(List.of(), file);
    }

    int done() {
        return archive == null ? parts.size() : STEPS;
    }

    @Override
    public String toString() {
        return "ArchiveCheckpoint[redacted]";
    }
}
