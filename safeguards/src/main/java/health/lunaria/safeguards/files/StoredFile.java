package health.lunaria.safeguards.files;

/**
 * A file whose content is stored, sealed, in the object store.
 *
 * @param length of the content in clear, in bytes
 */
public record StoredFile(FileId id, long length) {

    public StoredFile {
        if (length < 0) {
            throw new IllegalArgumentException("A length is not negative");
        }
    }

    /** The length may tell what the file is. */
    @Override
    public String toString() {
        return "StoredFile[" + id + "]";
    }
}
