package health.lunaria.safeguards.encryption;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.lunaria.safeguards.redaction.SensitiveModule;
import java.io.IOException;

/**
 * How the values of one database column are sealed: written as CBOR (RFC 8949), padded, sealed for their place.
 * Thread-safe; one constant per column.
 *
 * @param <T> what stands in the column, a record
 */
public final class SealedColumn<T> {

    private static final ObjectMapper CBOR = CBORMapper.builder(
                    // A name or code that comes again is written as a number: a month repeats its fields up to 31
                    // times.
                    CBORFactory.builder()
                            .enable(CBORGenerator.Feature.STRINGREF)
                            .build())
            .addModule(new JavaTimeModule())
            .addModule(SensitiveModule.forSealing())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    private final String table;
    private final String column;
    private final int schemaVersion;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private SealedColumn(String table, String column, int schemaVersion, Class<T> type) {
        this.table = table;
        this.column = column;
        this.schemaVersion = schemaVersion;
        this.writer = CBOR.writerFor(type);
        this.reader = CBOR.readerFor(type);
    }

    /** @param schemaVersion version of the record type's shape, from 1; raise it when old bytes no longer fit the type */
    public static <T> SealedColumn<T> of(String table, String column, int schemaVersion, Class<T> type) {
        return new SealedColumn<>(table, column, schemaVersion, type);
    }

    public byte[] seal(SubjectKey key, Locator row, long rowVersion, T value) {
        return key.seal(address(row, rowVersion), encode(value));
    }

    /** @throws SealBrokenException if the bytes were altered, moved, or sealed under another key */
    public T open(SubjectKey key, Locator row, long rowVersion, byte[] sealed) {
        return decode(key.open(address(row, rowVersion), sealed));
    }

    public byte[] seal(ServiceKey key, Locator row, long rowVersion, T value) {
        return key.seal(address(row, rowVersion), encode(value));
    }

    /** @throws SealBrokenException if the bytes were altered, moved, or sealed under another key */
    public T open(ServiceKey key, Locator row, long rowVersion, byte[] sealed) {
        return decode(key.open(address(row, rowVersion), sealed));
    }

    private RecordAddress address(Locator row, long rowVersion) {
        return new RecordAddress(table, column, row, schemaVersion, rowVersion);
    }

    private byte[] encode(T value) {
        try {
            return Padding.pad(writer.writeValueAsBytes(value));
        } catch (IOException unwritable) {
            throw new IllegalStateException("A value of " + table + "." + column + " cannot be written as CBOR");
        }
    }

    /** The cause is left out on purpose: Jackson's messages quote the content. */
    private T decode(byte[] padded) {
        try {
            return reader.readValue(Padding.unpad(padded));
        } catch (IOException unreadable) {
            throw new SealBrokenException("A value of " + table + "." + column + " is not what its version says");
        }
    }
}
