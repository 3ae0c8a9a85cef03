package health.lunaria.safeguards.encryption;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a sealed record stands. All of it is authenticated together with the service and the key's owner, so a
 * ciphertext that was moved anywhere else does not open.
 *
 * @param table the table's name
 * @param column the column's name
 * @param row the row within the subject's rows, empty where a subject has one row only
 * @param schemaVersion version of the plaintext's format, from 1
 * @param rowVersion the row's version or revision, from 0; an old version of the row put back does not open
 */
public record RecordAddress(String table, String column, Locator row, int schemaVersion, long rowVersion) {

    public RecordAddress {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(row, "row");
        if (schemaVersion < 1 || rowVersion < 0) {
            throw new IllegalArgumentException("A schema version starts at 1, a row version at 0");
        }
    }

    /** Associated data of the record: every part with its length before it, so that no two addresses look alike. */
    byte[] associatedData(String service, byte[] owner) {
        var bytes = new ByteArrayOutputStream(128);
        try (var out = new DataOutputStream(bytes)) {
            writePart(out, service.getBytes(StandardCharsets.UTF_8));
            writePart(out, table.getBytes(StandardCharsets.UTF_8));
            writePart(out, column.getBytes(StandardCharsets.UTF_8));
            writePart(out, owner);
            writePart(out, row.bytes());
            out.writeInt(schemaVersion);
            out.writeLong(rowVersion);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writePart(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }
}
